using Integration.Connectors.Connections;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Backfills;

/// <summary>Runs the backfills of every connection, whatever their lanes, inside its lease and its budget.</summary>
internal sealed class BackfillReading(IEnumerable<IBackfillLane> lanes, BackfillRunner runner, BackfillMarks marks, IDatabase database, TimeProvider time) : ILaneHalves
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var queues = connected.Pairs
            .SelectMany(pair => lanes.Where(lane => lane.Of(connected.Connector, pair)?.WritingQueue is not null).Select(lane => Queues.Backfill(pair.Name, lane.Lane)))
            .Select(name => new LaneQueue(new QueueDefinition { Name = name, Prefetch = 4, Concurrency = 1 }, marks.Note))
            .ToList();
        yield return new LaneHalf(queues, [new LaneLoop($"backfills {connected.Name}", ct => RunAsync(connected, ct))]);
    }

    private async Task RunAsync(Connected connected, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var open = await database.ReadAsync((unit, token) => BackfillStore.OfConnectionAsync(unit, connected.Name, token), ct);
            var wait = Poll;
            foreach (var run in open)
            {
                var (pause, failure) = await StepAsync(connected, run, ct);
                if (failure is not null) connected.Gate.Report(failure);
                if (pause < wait) wait = pause;
            }

            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        }
    }

    private async Task<(TimeSpan Wait, WriteOutcome? Failure)> StepAsync(Connected connected, BackfillRun run, CancellationToken ct)
    {
        // Its file may be broken just now: the run waits for it.
        if (connected.Pair(run.Pair) is not { } pair) return (Poll, null);
        if (lanes.FirstOrDefault(lane => lane.Lane == run.Lane)?.Of(connected.Connector, pair) is { } source) return await runner.StepAsync(source, run, ct);
        await runner.EndAsync(run, BackfillStates.Failed, "The lane is switched off, or its system can no longer list its records.", ct);
        return (TimeSpan.Zero, null);
    }
}
