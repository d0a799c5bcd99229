using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>
/// Sends waiting hints until each has been answered 2xx or given up: at least once, those due first before others, several
/// side by side as a shop's PHP processes do.
/// </summary>
internal sealed class HintSender(SandboxStore store, HintPost post, HintSchedule schedule, HintBell bell, TimeProvider time) : IAsyncDisposable
{
    private const int SideBySide = 8;
    private const int Most = 64;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        post.Dispose();
        bell.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var (target, waiting) = await store.ReadAsync(
                unit => (HintOutbox.TargetOf(unit), unit.Page<Hint>(HintOutbox.Waiting, HintOutbox.DueAt, descending: false, 0, Most)), stop);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var due = target is null ? [] : waiting.Where(hint => hint.DueAt <= now).ToList();
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stop },
                async (hint, cancel) => await SendAsync(target!, hint, cancel));
            if (due.Count == 0)
            {
                await bell.WaitAsync(Poll, stop);
            }
        }
    }

    private async Task SendAsync(HintTarget target, Hint hint, CancellationToken stop)
    {
        var reply = await post.SendAsync(target, hint.Id, hint.Body, stop);
        await store.WriteAsync(
            unit =>
            {
                // Gone meanwhile when the target was taken away.
                if (!unit.Remove(HintOutbox.Waiting, hint.Id) || reply.Delivered)
                {
                    return;
                }

                var missed = hint with { Attempts = hint.Attempts + 1 };
                var since = DateTimeOffset.FromUnixTimeMilliseconds(hint.Since);
                if (schedule.Next(missed.Attempts, since, time.GetUtcNow(), reply.NotBefore) is { } next)
                {
                    missed = missed with { DueAt = next.ToUnixTimeMilliseconds() };
                    unit.Put(HintOutbox.Waiting, hint.Id, missed);
                }
                else
                {
                    unit.Put(HintOutbox.Failed, hint.Id, missed);
                }
            },
            stop);
    }
}
