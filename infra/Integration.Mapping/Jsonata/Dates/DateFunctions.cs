using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>Functions on moments, which are milliseconds since 1970-01-01T00:00Z.</summary>
internal static partial class DateFunctions
{
    private const string Iso8601 = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";
    private static readonly DatePicture IsoPicture = DatePicture.Parse(Iso8601);

    public static object Now(object?[] a, Run run) => Format(run.Moment.ToUnixTimeMilliseconds(), a[0] as string, a[1] as string, run);

    public static object? FromMillis(object?[] a, Run run) =>
        a[0] is decimal millis ? Format(millis, a[1] as string, a[2] as string, run) : null;

    public static object? ToMillis(object?[] a, Run run)
    {
        if (a[0] is not string text)
            return null;
        if (a[1] is string picture)
            return DateReader.Read(Parsed(picture, run), text, run);
        var match = IsoTimestamp().Match(text);
        return match.Success ? OfIso(match) : throw new JsonataException("D3110");
    }

    /// <summary>Milliseconds of a moment of the proleptic Gregorian calendar; months and days may be out of range and carry over.</summary>
    public static decimal Millis(int year, int month, int day, decimal hour, decimal minute, decimal second, decimal milli)
    {
        try
        {
            var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(month - 1).AddDays(day - 1);
            return ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond) + (hour * 3_600_000) + (minute * 60_000) + (second * 1000) + milli;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new JsonataException("D3110");
        }
    }

    private static string Format(decimal millis, string? picture, string? zone, Run run)
    {
        var parsed = picture is null ? IsoPicture : Parsed(picture, run);
        var offset = zone is null ? 0 : MinutesOf(zone);
        try
        {
            return DateWriter.Write(parsed, DateTime.UnixEpoch.AddMilliseconds((double)decimal.Floor(millis) + (offset * 60_000d)), offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new JsonataException("D3110");
        }
    }

    private static DatePicture Parsed(string picture, Run run)
    {
        run.StepPicture(picture);
        return DatePicture.Parse(picture);
    }

    /// <summary>The minutes of an offset written as <c>+hhmm</c>.</summary>
    private static int MinutesOf(string zone)
    {
        if (!int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) || Math.Abs(offset) > 2400)
            throw new JsonataException("D3134");
        return (offset / 100 * 60) + (offset % 100);
    }

    private static decimal OfIso(Match match)
    {
        int Part(string name, int otherwise) =>
            match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : otherwise;
        var month = Part("month", 1);
        var day = Part("day", 1);
        var year = Part("year", 1970);
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            throw new JsonataException("D3110");
        var fraction = match.Groups["fraction"].Success ? match.Groups["fraction"].Value.PadRight(3, '0')[..3] : "0";
        var millis = Millis(year, month, day, Part("hour", 0), Part("minute", 0), Part("second", 0), int.Parse(fraction, CultureInfo.InvariantCulture));
        var zone = match.Groups["zone"].Value;
        return zone is "" or "Z" ? millis : millis - (MinutesOf(zone.Replace(":", string.Empty, StringComparison.Ordinal)) * 60_000m);
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-(?<month>[01][0-9])(-(?<day>[0-3][0-9]))?)?(T(?<hour>[0-2][0-9]):(?<minute>[0-5][0-9])(:(?<second>[0-5][0-9]))?(\.(?<fraction>[0-9]+))?)?(?<zone>[+-][0-2][0-9]:?[0-5][0-9]|Z)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoTimestamp();
}
