namespace Integration.Sandbox.Serving;

/// <summary>
/// When orders were committed, the last <see cref="Kept"/> commits, in memory. A measurement takes its times from here, not
/// from the calls under test. Safe for concurrent use.
/// </summary>
internal sealed class CommitJournal(TimeProvider time)
{
    public const int Kept = 200_000;
    private const int MostAtOnce = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<CommitEntry> _entries = new();
    private long _last;

    public void Add(string id, string reference, string state)
    {
        var at = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        lock (_gate)
        {
            _entries.Enqueue(new CommitEntry(++_last, at, id, reference, state));
            if (_entries.Count > Kept)
            {
                _entries.Dequeue();
            }
        }
    }

    /// <summary>The first entries behind that place, in order.</summary>
    public IReadOnlyList<CommitEntry> After(long seq)
    {
        lock (_gate)
        {
            var first = _last - _entries.Count;
            return [.. _entries.Skip((int)Math.Max(0, seq - first)).Take(MostAtOnce)];
        }
    }
}
