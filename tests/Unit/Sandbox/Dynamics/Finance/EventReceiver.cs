using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

/// <summary>An endpoint that takes events.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly BlockingCollection<JsonNode> _events = [];
    private LoopbackServer _server = null!;
    private int _received;

    public Uri Url => _server.BaseUrl;

    public int Received => _received;

    public string LastSecret { get; private set; } = "";

    /// <param name="status">What the first, second, … event is answered.</param>
    public static async Task<EventReceiver> StartAsync(Func<int, int> status)
    {
        var receiver = new EventReceiver();
        receiver._server = await LoopbackServer.StartAsync(
            0, new FaultPlan(TimeProvider.System), new CallLog(), TimeProvider.System,
            application => application.MapPost("/events", async context =>
            {
                var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                receiver.LastSecret = context.Request.Headers["X-Event-Secret"].ToString();
                context.Response.StatusCode = status(Interlocked.Increment(ref receiver._received));
                receiver._events.Add(body!);
            }),
            TestContext.Current.CancellationToken);
        return receiver;
    }

    public Task<JsonNode> NextAsync() => Task.Run(
        () => _events.TryTake(out var body, TimeSpan.FromSeconds(20)) ? body : throw new TimeoutException("No event came."), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _events.Dispose();
    }
}
