namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>
/// The licence's limits on requests: above the concurrent ones a request waits in a queue; from half of the requests
/// per minute on each one is delayed, so that the rest of the minute is spread over the rest of the requests. Only a
/// full queue, or a wait beyond ten minutes, is told with a 429; nothing else tells a caller that it waited.
/// </summary>
internal sealed class RequestLimiter(ErpSettings settings, TimeProvider time)
{
    private const int QueueLength = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _queue = new();
    private DateTimeOffset _start;
    private int _used;
    private int _running;
    private int _waiting;

    /// <summary>Runs a call within the limits.</summary>
    /// <exception cref="ErpFault">429.</exception>
    public async Task RunAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        try
        {
            await PaceAsync(cancellationToken);
            await call();
        }
        finally
        {
            End();
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (settings.ConcurrentRequests <= 0 || _running < settings.ConcurrentRequests)
            {
                _running++;
                return;
            }

            if (_queue.Count >= QueueLength)
            {
                throw ErpFault.TooMany();
            }

            _queue.Enqueue(turn);
        }

        try
        {
            await turn.Task.WaitAsync(LongestWait, time, cancellationToken);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            // A turn that came at the same moment is passed on.
            if (!turn.TrySetCanceled(CancellationToken.None))
            {
                End();
            }

            throw ended is TimeoutException ? ErpFault.TooMany() : ended;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _running--;
            while (_queue.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    _running++;
                    return;
                }
            }
        }
    }

    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        for (var waits = false; ;)
        {
            var (delay, isTaken) = Next(ref waits);
            if (delay > TimeSpan.Zero)
            {
                try
                {
                    await Task.Delay(delay, time, cancellationToken);
                }
                catch (OperationCanceledException) when (waits)
                {
                    Interlocked.Decrement(ref _waiting);
                    throw;
                }
            }

            if (isTaken)
            {
                return;
            }
        }
    }

    private (TimeSpan Delay, bool IsTaken) Next(ref bool waits)
    {
        lock (_gate)
        {
            var (limit, now) = (settings.RequestsPerMinute, time.GetUtcNow());
            if (now - _start >= settings.LicenceMinute)
            {
                (_start, _used) = (now, 0);
            }

            if (limit <= 0 || _used < limit)
            {
                if (waits)
                {
                    _waiting--;
                    waits = false;
                }

                var left = _start + settings.LicenceMinute - now;
                var delay = limit > 0 && _used * 2 >= limit ? left / (limit - _used) : TimeSpan.Zero;
                _used++;
                return (delay, true);
            }

            if (!waits)
            {
                if (_waiting >= QueueLength)
                {
                    throw ErpFault.TooMany();
                }

                _waiting++;
                waits = true;
            }

            return (_start + settings.LicenceMinute - now, false);
        }
    }
}
