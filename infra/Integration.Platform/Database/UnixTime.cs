namespace Integration.Platform.Database;

/// <summary>
/// Instants are stored as <c>bigint</c> milliseconds since 1970-01-01 UTC: the same column type, order and arithmetic
/// on both databases, and no time zone to lose.
/// </summary>
public static class UnixTime
{
    /// <summary>Milliseconds since 1970-01-01 UTC; what is finer than a millisecond is cut off.</summary>
    public static long ToUnixMs(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>The current instant of <paramref name="clock"/> in milliseconds.</summary>
    public static long UnixMs(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The instant (offset zero) for stored milliseconds.</summary>
    public static DateTimeOffset FromUnixMs(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
