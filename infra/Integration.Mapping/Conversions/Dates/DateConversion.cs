using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Mapping.Conversions.Dates;

/// <summary>
/// <c>date</c>: a moment written as the target needs it, calendar dates in the pair's time zone. A text that is a calendar
/// date only stays that date, for no time zone can be read out of it.
/// </summary>
public sealed partial record DateConversion : Conversion
{
    /// <summary>The form written.</summary>
    public DateForm As { get; init; }

    /// <summary>The zone of the form; null is the pair's.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Numbers are milliseconds, not seconds, since 1970-01-01T00:00Z.</summary>
    public bool InMilliseconds { get; init; }

    /// <summary>The zone of texts without offset; null refuses them.</summary>
    public TimeZoneInfo? SourceZone { get; init; }

    /// <summary>With <see cref="DateForm.Pattern"/>: how it is written, for example <c>dd.MM.yyyy</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>How texts of the source are written, for example <c>MM/dd/yyyy HH:mm</c>; null: ISO 8601.</summary>
    public string? Read { get; init; }

    internal override object? Convert(object value, ConversionContext context)
    {
        if (Read is not null && value is string text)
            value = Iso(text.Trim(), Read);
        if (value is string date && CalendarDate().IsMatch(date))
            return OfCalendarDate(date);
        var moment = MomentOf(value);
        var local = TimeZoneInfo.ConvertTime(moment, Zone ?? context.TimeZone);
        return As switch
        {
            DateForm.Date => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateForm.Utc => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            DateForm.Local => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            DateForm.Offset => local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            DateForm.Pattern => local.ToString(Pattern, CultureInfo.InvariantCulture),
            DateForm.EpochMilliseconds => (decimal)moment.ToUnixTimeMilliseconds(),
            _ => (decimal)moment.ToUnixTimeSeconds(),
        };
    }

    /// <summary>The text, written by the pattern, as ISO 8601: a calendar date if the pattern has no time of day.</summary>
    private static string Iso(string text, string pattern)
    {
        if (!DateTimeOffset.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
            throw new ConversionException($"{Masked.Describe(text)} is not a date of the form {pattern}.");
        if (!DatePatterns.HasTime(pattern))
            return read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return read.ToString(DatePatterns.HasOffset(pattern) ? "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz" : "yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
    }

    private string OfCalendarDate(string date)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new ConversionException("the date does not exist in the calendar.");
        return As switch
        {
            DateForm.Date => date,
            DateForm.Pattern when !DatePatterns.HasTime(Pattern!) => day.ToString(Pattern, CultureInfo.InvariantCulture),
            _ => throw new ConversionException("a calendar date without a time is not a moment."),
        };
    }

    private DateTimeOffset MomentOf(object value)
    {
        try
        {
            if (value is decimal number)
            {
                var millis = decimal.ToInt64(decimal.Floor(InMilliseconds ? number : number * 1000));
                return DateTimeOffset.FromUnixTimeMilliseconds(millis);
            }
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentOutOfRangeException)
        {
            throw new ConversionException("the number is not a moment of the calendar.");
        }

        if (value is string text && Timestamp().Match(text) is { Success: true } match)
            return MomentOf(text, match.Groups["zone"].Success);
        throw new ConversionException($"{Masked.Describe(value)} is not a date of the form 2026-01-31T22:30:00Z.");
    }

    private DateTimeOffset MomentOf(string text, bool hasZone)
    {
        if (hasZone && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return moment;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wallClock))
            throw new ConversionException("the date does not exist in the calendar.");
        if (SourceZone is null)
            throw new ConversionException("the time has no offset, and the rule names no 'sourceZone'.");
        if (SourceZone.IsInvalidTime(wallClock))
            throw new ConversionException("the time does not exist in its zone, because clocks are put forward then.");
        return new DateTimeOffset(wallClock, SourceZone.GetUtcOffset(wallClock));
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex CalendarDate();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?\z")]
    private static partial Regex Timestamp();
}
