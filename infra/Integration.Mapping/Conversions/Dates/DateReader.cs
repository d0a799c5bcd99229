using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Dates;

/// <summary>Reads the conversion of dates.</summary>
internal static class DateReader
{
    public static DateConversion Date(StrictObject convert)
    {
        var result = new DateConversion
        {
            As = convert.Word("as", false, "date", "utc", "local", "offset", "epochSeconds", "epochMilliseconds", "pattern") switch
            {
                "utc" => DateForm.Utc,
                "local" => DateForm.Local,
                "offset" => DateForm.Offset,
                "epochSeconds" => DateForm.EpochSeconds,
                "epochMilliseconds" => DateForm.EpochMilliseconds,
                "pattern" => DateForm.Pattern,
                _ => DateForm.Date,
            },
            Pattern = Pattern(convert, "pattern"),
            Read = Pattern(convert, "read"),
            Zone = Zone(convert, "zone"),
            InMilliseconds = convert.Word("numbers", false, "seconds", "milliseconds") == "milliseconds",
            SourceZone = Zone(convert, "sourceZone"),
        };
        if ((result.As == DateForm.Pattern) != (result.Pattern is not null))
            convert.Error("'pattern' and 'as' as 'pattern' belong together.");
        return result;
    }

    private static string? Pattern(StrictObject convert, string name)
    {
        if (convert.Text(name) is not { } pattern)
            return null;
        if (DatePatterns.IsUsable(pattern))
            return pattern;
        convert.Error($"'{name}' is '{pattern}', which is not a pattern of a whole date such as dd.MM.yyyy or yyyyMMdd HH:mm.");
        return null;
    }

    private static TimeZoneInfo? Zone(StrictObject convert, string name)
    {
        if (convert.Text(name) is not { } id)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        convert.Error($"'{name}' is '{id}', which is not an IANA time zone such as Europe/Berlin.");
        return null;
    }
}
