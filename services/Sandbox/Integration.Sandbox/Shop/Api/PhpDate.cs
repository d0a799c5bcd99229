using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Sandbox.Shop.Api;

/// <summary>
/// What PHP's <c>new DateTime()</c> makes of a text, in a store that runs in UTC: <c>@unix</c>, ISO 8601 and its
/// usual shortenings, <c>now</c>, <c>today</c>, <c>yesterday</c>, <c>tomorrow</c>, <c>-3 days</c>.
/// </summary>
internal static partial class PhpDate
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF",
        "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy/MM/dd", "yyyyMMdd", "yyyyMMdd'T'HHmmss", "d MMM yyyy", "d MMMM yyyy",
    ];

    /// <returns>Unix seconds, or null when PHP could not read it.</returns>
    public static long? Parse(string text, DateTimeOffset now)
    {
        var trimmed = text.Trim();
        if (Unix().IsMatch(trimmed))
        {
            return long.Parse(trimmed[1..], CultureInfo.InvariantCulture);
        }

        if (Relative().Match(trimmed) is { Success: true } relative)
        {
            return now.Add(Span(relative.Groups[2].Value) * int.Parse(relative.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
                .ToUnixTimeSeconds();
        }

        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        switch (trimmed.ToLowerInvariant())
        {
            case "now":
                return now.ToUnixTimeSeconds();
            case "today":
                return midnight.ToUnixTimeSeconds();
            case "yesterday":
                return midnight.AddDays(-1).ToUnixTimeSeconds();
            case "tomorrow":
                return midnight.AddDays(1).ToUnixTimeSeconds();
        }

        var offset = Offset().Match(trimmed);
        return DateTime.TryParseExact(
                offset.Success ? trimmed[..offset.Index] : trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, offset.Success ? Zone(offset) : TimeSpan.Zero).ToUnixTimeSeconds()
            : null;
    }

    private static TimeSpan Zone(Match offset) => offset.Groups["sign"].Length == 0
        ? TimeSpan.Zero
        : new TimeSpan(Number(offset, "hours"), Number(offset, "minutes"), 0) * (offset.Groups["sign"].Value == "-" ? -1 : 1);

    private static int Number(Match offset, string group) =>
        offset.Groups[group].Length == 0 ? 0 : int.Parse(offset.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static TimeSpan Span(string unit) => unit switch
    {
        "sec" or "second" => TimeSpan.FromSeconds(1),
        "min" or "minute" => TimeSpan.FromMinutes(1),
        "hour" => TimeSpan.FromHours(1),
        "week" => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(1),
    };

    [GeneratedRegex(@"^@-?\d+$")]
    private static partial Regex Unix();

    [GeneratedRegex(@"^([+-]?\d{1,6}) ?(sec|second|min|minute|hour|day|week)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<=:\d\d(\.\d+)?) ?(Z|UTC|GMT|(?<sign>[+-])(?<hours>[01]\d):?(?<minutes>[0-5]\d)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
