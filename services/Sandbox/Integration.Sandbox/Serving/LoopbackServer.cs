using System.Globalization;
using System.Net;
using Integration.Sandbox.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Sandbox.Serving;

/// <summary>
/// The web server of one stand-in: its own Kestrel on 127.0.0.1, HTTP/1.1, with the fault plan in front and the
/// shared control paths beside the stand-in's own routes.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri baseUrl)
    {
        _application = application;
        BaseUrl = baseUrl;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="port">Port to listen on; 0 takes a free one.</param>
    /// <param name="plan">Faults to apply.</param>
    /// <param name="calls">Log to fill.</param>
    /// <param name="time">Clock.</param>
    /// <param name="map">Adds the stand-in's own routes.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(
        int port, FaultPlan plan, CallLog calls, TimeProvider time, Action<WebApplication> map, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        // Requests that a fault keeps hanging must not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        var faults = new FaultMiddleware(plan, calls, time);
        // Kestrel renews its own once a second, so that it may be two behind; the systems that are stood in for tell the second in which they answer.
        application.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            });
            return next(context);
        });
        application.Use((context, next) => faults.InvokeAsync(context, () => next(context)));
        FaultEndpoints.Map(application, plan, calls);
        map(application);
        await application.StartAsync(cancellationToken);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LoopbackServer(application, new Uri(address + "/"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
