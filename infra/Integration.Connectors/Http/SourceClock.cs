namespace Integration.Connectors.Http;

/// <summary>
/// What time it is at a source. A server tells its time in whole seconds, cut off (HTTP's <c>Date</c>), and some time before we hear it: a single answer
/// shows up to a second too little, the furthest of a while nearly the truth, and none too much.
/// </summary>
internal sealed class SourceClock(TimeProvider time)
{
    // Long enough for some answers while there is work, short enough for a clock that somebody sets.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Seen? _seen;

    /// <summary>The source's time now, UTC; null when an answer did not tell it.</summary>
    /// <param name="told">What the answer told that just came.</param>
    public DateTimeOffset? Now(DateTimeOffset? told)
    {
        if (told is not { } at) return null;
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _seen = After(_seen, now, at - now);
            return now + _seen.Best;
        }
    }

    private static Seen After(Seen? seen, DateTimeOffset now, TimeSpan ahead) =>
        seen is null || now - seen.Since >= 2 * Span ? new Seen(now, ahead, ahead)
        : now - seen.Since >= Span ? new Seen(now, ahead, seen.Highest)
        : seen with { Highest = Later(seen.Highest, ahead) };

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <param name="Since">Beginning of the present span.</param>
    /// <param name="Highest">How far the source was ahead of us at most, in it.</param>
    /// <param name="Before">The same in the span before.</param>
    private sealed record Seen(DateTimeOffset Since, TimeSpan Highest, TimeSpan Before)
    {
        public TimeSpan Best => Later(Highest, Before);
    }
}
