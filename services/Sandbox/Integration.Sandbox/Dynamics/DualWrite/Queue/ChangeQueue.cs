using Integration.Sandbox.Dynamics.DualWrite.Maps;

namespace Integration.Sandbox.Dynamics.DualWrite.Queue;

/// <summary>Changes that wait, in the order in which they were made. They are not kept over a restart. Safe for concurrent use.</summary>
internal sealed class ChangeQueue(TimeProvider time)
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<Change> _waiting = [];
    private readonly Dictionary<(TableMap Map, Direction Direction), int> _lost = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<Change> _underWay = [];

    public void Add(Change change)
    {
        lock (_gate)
        {
            _waiting.AddLast(change);
        }

        Tell();
    }

    /// <summary>Wakes whoever waits for something to do.</summary>
    public void Tell()
    {
        lock (_gate)
        {
            _news.TrySetResult();
        }
    }

    /// <summary>The next changes of one direction that are due and whose maps run; nothing when there are none. They count as waiting until the next ones are taken.</summary>
    public IReadOnlyList<Change> Take(Func<TableMap, bool> runs, int most)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            List<Change> taken = [];
            for (var node = _waiting.First; node is not null && taken.Count < most;)
            {
                var next = node.Next;
                if (node.Value.Due <= now && (taken.Count == 0 || node.Value.Direction == taken[0].Direction) && runs(node.Value.Map))
                {
                    taken.Add(node.Value);
                    _waiting.Remove(node);
                }

                node = next;
            }

            return _underWay = taken;
        }
    }

    /// <summary>Waits until something may be due.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Task news;
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            // What is due and was not taken waits for its map, which tells when it is resumed.
            wait = _waiting.Where(change => change.Due > now).Select(change => change.Due - now).DefaultIfEmpty(Never).Min();
            if (_news.Task.IsCompleted)
            {
                _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return;
            }

            news = _news.Task;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(news, Task.Delay(wait, time, late.Token));
        await late.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Changes of a map that are not copied yet.</summary>
    public int Count(TableMap map)
    {
        lock (_gate)
        {
            return _waiting.Concat(_underWay).Count(change => change.Map == map);
        }
    }

    /// <summary>Forgets what waits for a map.</summary>
    public void Drop(TableMap map)
    {
        lock (_gate)
        {
            for (var node = _waiting.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.Map == map)
                {
                    _waiting.Remove(node);
                }

                node = next;
            }
        }
    }

    /// <summary>Loses the next changes silently.</summary>
    public void Lose(TableMap map, Direction direction, int count)
    {
        lock (_gate)
        {
            _lost[(map, direction)] = _lost.GetValueOrDefault((map, direction)) + count;
        }
    }

    /// <summary>True when this one is lost.</summary>
    public bool IsLost(TableMap map, Direction direction)
    {
        lock (_gate)
        {
            var left = _lost.GetValueOrDefault((map, direction));
            _lost[(map, direction)] = Math.Max(0, left - 1);
            return left > 0;
        }
    }
}
