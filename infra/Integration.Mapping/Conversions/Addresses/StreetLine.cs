using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>A street line in parts.</summary>
/// <param name="Street">Never empty.</param>
/// <param name="Number">The house number, or null.</param>
/// <param name="Addition">Flat, floor and the like, or null.</param>
internal sealed partial record StreetLine(string Street, string? Number = null, string? Addition = null)
{
    private const int LongestLine = 200;
    private static readonly StreetStyles Styles = EmbeddedJson.Read<StreetStyles>("street-styles.json");
    private static readonly FrozenSet<string> NumberFirst = Styles.NumberFirst.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> NumberLast = Styles.NumberLast.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Ordinals = Styles.Ordinals.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> UnitsBehindStreet = Styles.UnitsBehindStreet.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> UnitsBehindNumber = Styles.UnitsBehindNumber.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Splits the line as the country writes it; a country whose way is not known, or a line that is not clear, stays whole.</summary>
    public static StreetLine Split(string line, string? country)
    {
        var whole = new StreetLine(line);
        if (country is null || line.Length > LongestLine || IsBox(line))
            return whole;
        if (NumberFirst.Contains(country))
            return StartingWithNumber(Words(line)) ?? StartingWithUnit(line) ?? whole;
        return NumberLast.Contains(country) ? EndingWithNumber(Words(Abbreviation().Replace(line, " "))) ?? whole : whole;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsBox(string line) => Styles.Boxes.Any(box =>
        line.StartsWith(box, StringComparison.OrdinalIgnoreCase) && (line.Length == box.Length || !char.IsLetter(line[box.Length])));

    /// <summary><c>12 bis rue de la Paix, app. 5</c>.</summary>
    private static StreetLine? StartingWithNumber(string[] words)
    {
        if (words.Length < 2 || !HouseNumber().IsMatch(words[0].TrimEnd(',')))
            return null;
        var begin = 1;
        if (!words[0].EndsWith(',') && (Ordinals.Contains(words[1].TrimEnd(',')) || Fraction().IsMatch(words[1].TrimEnd(','))))
            begin = 2;
        if (begin < words.Length && words[begin].All(char.IsAsciiDigit))
            return null;
        var end = UnitBehindStreet(words, begin);
        var street = Joined(words, begin, end);
        return street.Any(char.IsLetter)
            ? new StreetLine(street, Joined(words, 0, begin), end == words.Length ? null : Joined(words, end, words.Length))
            : null;
    }

    /// <summary><c>Flat 3, 12 High Street</c>: only where a comma stands between.</summary>
    private static StreetLine? StartingWithUnit(string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || Words(line[..comma]) is not [var unit, var which] || !UnitsBehindStreet.Contains(unit) || !Which().IsMatch(which))
            return null;
        return StartingWithNumber(Words(line[(comma + 1)..])) is { Addition: null } rest ? rest with { Addition = line[..comma].Trim() } : null;
    }

    /// <summary>Where a word such as <c>Apt</c> that says which one, or <c>#4</c>, stands; the end if there is none.</summary>
    private static int UnitBehindStreet(string[] words, int begin)
    {
        for (var at = begin; at < words.Length; at++)
        {
            if (words[at] is ['#', _, ..] ? Which().IsMatch(words[at][1..]) : UnitsBehindStreet.Contains(words[at]) && at + 1 < words.Length && Which().IsMatch(words[at + 1]))
                return at;
        }

        return words.Length;
    }

    /// <summary>
    /// <c>ul. Marszałkowska 10/12 m. 5</c>: the number that is followed by nothing but an addition. With two numbers beside each
    /// other, or two streets, it is not clear which is meant.
    /// </summary>
    private static StreetLine? EndingWithNumber(string[] words)
    {
        for (var begin = 1; begin < words.Length; begin++)
        {
            var end = EndOfNumber(words, begin);
            if (end < 0 || !words[..begin].Any(word => word.Any(char.IsLetter)))
                continue;
            if (end == words.Length)
                return new StreetLine(Joined(words, 0, begin), Joined(words, begin, end));
            if (IsAddition(words, end))
                return new StreetLine(Joined(words, 0, begin), Joined(words, begin, end), Joined(words, end, words.Length));

            if (words[end - 1].EndsWith(',') || HouseNumber().IsMatch(words[end].TrimEnd(',')))
                return null;
        }

        return null;
    }

    /// <summary>Where the house number that begins there ends; -1 if none begins there.</summary>
    private static int EndOfNumber(string[] words, int begin)
    {
        if (!HouseNumber().IsMatch(words[begin].TrimEnd(',', '.')))
            return -1;
        var end = begin + 1;
        while (end < words.Length && !words[end - 1].EndsWith(',') && BelongsToNumber(words, end))
            end++;
        return end;
    }

    private static bool BelongsToNumber(string[] words, int at)
    {
        var word = words[at].TrimEnd(',');
        if (UnitsBehindNumber.Contains(word) && at + 1 < words.Length)
            return false;
        return Ordinals.Contains(word) || SingleLetter().IsMatch(word) || Separator().IsMatch(word) || (Separator().IsMatch(words[at - 1]) && HouseNumber().IsMatch(word));
    }

    /// <summary>
    /// What follows the number is an addition if it begins with a word for one, or stands behind a comma and does not look like
    /// another street with its number, or a city with its postcode.
    /// </summary>
    private static bool IsAddition(string[] words, int begin)
    {
        var rest = words[begin..];
        if (UnitsBehindNumber.Contains(rest[0].TrimEnd(',')) || Floor().IsMatch(rest[0]))
            return rest.Length > 1 || words[begin - 1].EndsWith(',') || rest[0].Length > 1;
        return words[begin - 1].EndsWith(',') && !(rest.Length > 1 && (rest[^1].Any(char.IsAsciiDigit) || rest[0].Count(char.IsAsciiDigit) > 3));
    }

    private static string Joined(string[] words, int begin, int end) => string.Join(' ', words[begin..end]).TrimEnd(',').TrimEnd();

    [GeneratedRegex(@"^[0-9]{1,6}[\p{L}]?([-–/+.][0-9]{0,5}[\p{L}]{0,4}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();

    /// <summary>Where the blank lacks in <c>Hauptstr.12</c>.</summary>
    [GeneratedRegex(@"(?<=\p{L}{2}\.)(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"^([0-9]/[0-9]|[½¼¾])\z")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(#?[0-9]+\p{L}{0,2}|\p{L}[0-9]{0,4}|[0-9]+-[0-9\p{L}]+),?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Which();

    [GeneratedRegex(@"^\p{L}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SingleLetter();

    [GeneratedRegex(@"^[-–/+]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[0-9]{1,2}[.ºª°]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Floor();
}
