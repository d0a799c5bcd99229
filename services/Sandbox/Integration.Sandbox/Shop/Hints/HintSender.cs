using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Sends waiting hints until each has been answered 2xx or given up: at least once, in order of their due time.</summary>
internal sealed class HintSender(SandboxStore store, HintPost post, HintSchedule schedule, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        post.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var (target, due) = await store.ReadAsync(
                unit => (HintOutbox.TargetOf(unit), unit.Page<Hint>(HintOutbox.Waiting, descending: false, 0, 20)), stop);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var hint in due.Where(hint => target is not null && hint.DueAt <= now))
            {
                await SendAsync(target!, hint, stop);
            }

            await Task.Delay(Poll, time, stop);
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
                    unit.Put(HintOutbox.Waiting, hint.Id, missed, sort: missed.DueAt);
                }
                else
                {
                    unit.Put(HintOutbox.Failed, hint.Id, missed, sort: hint.Since);
                }
            },
            stop);
    }
}
