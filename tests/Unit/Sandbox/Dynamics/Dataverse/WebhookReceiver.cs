using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>Takes webhooks and answers each with a status.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly BlockingCollection<WebhookCall> _calls = [];
    private LoopbackServer _server = null!;
    private int _received;

    public string Url => new Uri(_server.BaseUrl, "/hook").ToString();

    public int Received => _received;

    public static async Task<WebhookReceiver> StartAsync(Func<int, int> status)
    {
        var receiver = new WebhookReceiver();
        receiver._server = await LoopbackServer.StartAsync(
            0, new FaultPlan(TimeProvider.System), new CallLog(), TimeProvider.System,
            application => application.MapPost("/hook", async context =>
            {
                var number = Interlocked.Increment(ref receiver._received);
                var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                context.Response.StatusCode = status(number);
                receiver._calls.Add(new WebhookCall(body!, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), context.Request.QueryString.Value ?? ""));
            }),
            TestContext.Current.CancellationToken);
        return receiver;
    }

    public Task<WebhookCall> NextAsync() => Task.Run(
        () => _calls.TryTake(out var call, TimeSpan.FromSeconds(20)) ? call : throw new TimeoutException("No webhook came."), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _calls.Dispose();
    }
}
