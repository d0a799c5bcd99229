using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Mapping.Conversions.Dates;

/// <summary>Patterns of dates: the letters of .NET's custom formats, texts between single quotes.</summary>
internal static partial class DatePatterns
{
    /// <summary>Whether a date can be written by it, and read again.</summary>
    public static bool IsUsable(string pattern)
    {
        if (!Allowed().IsMatch(pattern) || !"yMd".All(part => Unquoted(pattern).Contains(part)))
            return false;
        var sample = new DateTime(2026, 11, 28, 22, 35, 46, DateTimeKind.Unspecified);
        return DateTime.TryParseExact(sample.ToString(pattern, CultureInfo.InvariantCulture), pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Date == sample.Date;
    }

    public static bool HasTime(string pattern) => Unquoted(pattern).IndexOfAny(['H', 'h', 'm', 's', 'f', 't']) >= 0;

    public static bool HasOffset(string pattern) => Unquoted(pattern).Contains('z', StringComparison.Ordinal);

    private static string Unquoted(string pattern) => Quoted().Replace(pattern, string.Empty);

    [GeneratedRegex(@"^([yMdHhmsftz]|[-./:, ]|'[^']*')+\z")]
    private static partial Regex Allowed();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
