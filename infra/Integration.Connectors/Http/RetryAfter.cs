using System.Net;

namespace Integration.Connectors.Http;

/// <summary>Reads how long an answer asks us to stay away.</summary>
internal static class RetryAfter
{
    /// <summary>Used when a 429 does not say how long.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    // A longer wish is honoured in steps: after this time one call asks again.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The pause asked for, or null when the answer asks for none.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)) return null;
        var header = answer.Headers.RetryAfter;
        // A date is meant by the sender's clock, which may differ from ours.
        var after = header?.Delta ?? (header?.Date is { } date ? date - (answer.Headers.Date ?? now) : null);
        if (after is null) return answer.StatusCode == HttpStatusCode.TooManyRequests ? Unsaid : null;
        return TimeSpan.FromTicks(Math.Clamp(after.Value.Ticks, TimeSpan.TicksPerSecond, Longest.Ticks));
    }
}
