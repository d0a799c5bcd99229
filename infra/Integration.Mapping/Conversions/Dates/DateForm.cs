namespace Integration.Mapping.Conversions.Dates;

/// <summary>How a date conversion writes a moment.</summary>
public enum DateForm
{
    /// <summary>The calendar date in the zone: 2026-01-31.</summary>
    Date,

    /// <summary>The moment in UTC: 2026-01-31T22:30:00Z.</summary>
    Utc,

    /// <summary>The wall clock in the zone, without offset: 2026-01-31T23:30:00.</summary>
    Local,

    /// <summary>The wall clock in the zone with its offset: 2026-01-31T23:30:00+01:00.</summary>
    Offset,

    /// <summary>Seconds since 1970-01-01T00:00Z, as a number.</summary>
    EpochSeconds,

    /// <summary>Milliseconds since 1970-01-01T00:00Z, as a number.</summary>
    EpochMilliseconds,

    /// <summary>The wall clock in the zone by a pattern: 31.01.2026.</summary>
    Pattern,
}
