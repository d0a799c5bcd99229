namespace Integration.Sandbox.Shop.Hints;

/// <summary>When a hint that was not taken is sent again: 10 s, 30 s, 1 min, 5 min, 15 min, then every hour, for three days.</summary>
/// <param name="Second">How long a second of it lasts; tests make it shorter.</param>
internal sealed record HintSchedule(TimeSpan Second)
{
    private const int Hourly = 3600;
    private const int GivenUpAfter = 3 * 24 * Hourly;

    private static readonly int[] Waits = [10, 30, 60, 300, 900];

    /// <summary>The next attempt, or null when there is none.</summary>
    /// <param name="attempts">Attempts made, the failed one included.</param>
    /// <param name="since">When the hint was noted.</param>
    /// <param name="now">Now.</param>
    /// <param name="notBefore">What the other side asked for.</param>
    public DateTimeOffset? Next(int attempts, DateTimeOffset since, DateTimeOffset now, DateTimeOffset notBefore)
    {
        var end = since + (Second * GivenUpAfter);
        if (now >= end)
        {
            return null;
        }

        var next = now + (Second * (attempts <= Waits.Length ? Waits[attempts - 1] : Hourly));
        next = next > notBefore ? next : notBefore;
        return next < end ? next : end;
    }
}
