using System.Collections.Concurrent;
using System.Diagnostics;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>One trace from the work that enqueued, over the relay and the broker, to the handler, timers included.</summary>
public sealed class TraceTests(BrokerFixture brokers, PostgresFixture databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task The_handler_continues_the_trace_of_the_work_that_enqueued(bool rabbit, bool isTimer)
    {
        var names = new ConcurrentQueue<string>();
        using var work = new Activity("work").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is IntegrationActivity.Name or "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity =>
            {
                if (activity.TraceId == work.TraceId)
                {
                    names.Enqueue($"{activity.Source.Name} {activity.OperationName}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        Activity.Current = null;
        await using var surroundings = await Surroundings.CreateAsync(rabbit ? brokers : null, rabbit ? databases : null, Token);
        await using var node = await Node.StartAsync(surroundings.Settings, Token);
        var recorder = new Recorder<Ping>();
        await node.ConnectAsync("shop.orders", recorder, Token);

        Activity.Current = work;
        await node.EnqueueAsync("shop.orders", new Ping(Guid.NewGuid(), "a", 1), Token, isTimer
            ? new OutboxSend { DueAt = DateTimeOffset.UtcNow.AddMilliseconds(300) }
            : null);
        Activity.Current = null;

        await Eventually.TrueAsync(() => !recorder.Handled.IsEmpty, "handled");
        Assert.Equal(work.TraceId.ToString(), Assert.Single(recorder.Traces));
        Assert.Contains($"{IntegrationActivity.Name} outbox relay", names);
        Assert.Contains(names, name => name.StartsWith("MassTransit", StringComparison.Ordinal));
    }
}
