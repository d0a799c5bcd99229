using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Integration.Console;

/// <summary>A webhook's other end: keeps every delivery and refuses the first ones when told to.</summary>
internal sealed class AlertReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refusals;

    private AlertReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<AlertDelivery> Deliveries { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<AlertReceiver> StartAsync(int refusals, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new AlertReceiver(builder.Build()) { _refusals = refusals };
        receiver._app.MapPost("/alerts", receiver.TakeAsync);
        await receiver._app.StartAsync(ct);
        receiver.Address = new Uri(new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/alerts");
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Deliveries.Enqueue(new AlertDelivery(
            request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString(),
            await reader.ReadToEndAsync(request.HttpContext.RequestAborted)));
        return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.NoContent();
    }
}
