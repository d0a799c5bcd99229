using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Load;

/// <summary>Keeps every call that a stand-in received; the stand-in itself keeps the last ones only.</summary>
internal sealed class CallWatch(StandIn standIn)
{
    private readonly HashSet<StandInCall> _calls = [];

    /// <summary>Calls so far, in the order in which they came.</summary>
    public IReadOnlyList<StandInCall> Calls => [.. _calls.OrderBy(call => call.At)];

    public async Task RunAsync(TimeSpan every, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            await TakeAsync(ct);
            await Task.WhenAny(Task.Delay(every, until));
        }

        await TakeAsync(ct);
    }

    private async Task TakeAsync(CancellationToken ct) => _calls.UnionWith(await standIn.CallsAsync(ct));
}
