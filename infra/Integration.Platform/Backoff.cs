namespace Integration.Platform;

/// <summary>The one back-off curve: doubling up to a ceiling.</summary>
internal static class Backoff
{
    public static TimeSpan Next(TimeSpan last, TimeSpan ceiling) => last * 2 < ceiling ? last * 2 : ceiling;

    /// <summary>The wait before try number <paramref name="attempt"/> (from 1): first, 2·first, 4·first … ceiling.</summary>
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan ceiling)
    {
        var doublings = Math.Clamp(attempt - 1, 0, 20);
        var wait = first * Math.Pow(2, doublings);
        return wait < ceiling ? wait : ceiling;
    }
}
