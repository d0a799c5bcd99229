using System.Text;
using System.Text.RegularExpressions;
using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>
/// Reads a moment by a picture. Components more significant than those given are the evaluation's own moment, less
/// significant ones are their least value; a gap between given ones is error D3136.
/// </summary>
internal static class DateReader
{
    public static object? Read(DatePicture picture, string text, Run run)
    {
        var given = Match(picture, text, run);
        return given is null || given.Count == 0 ? null : Combine(given, run.Moment.UtcDateTime);
    }

    private static Dictionary<char, decimal>? Match(DatePicture picture, string text, Run run)
    {
        var pattern = new StringBuilder("^");
        foreach (var part in picture.Parts)
            pattern.Append('(').Append(DatePartReader.PatternOf(part)).Append(')');
        pattern.Append("\\z");
        var options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            var match = new Regex(pattern.ToString(), options, run.Limits.RegexTimeout).Match(text);
            return match.Success ? ValuesOf(picture, match) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new JsonataException("U1001");
        }
    }

    private static Dictionary<char, decimal> ValuesOf(DatePicture picture, Match match)
    {
        var given = new Dictionary<char, decimal>();
        for (var i = 0; i < picture.Parts.Count; i++)
        {
            var part = picture.Parts[i];
            if (part.Literal is null && DatePartReader.Read(part, match.Groups[i + 1].Value) is { } value)
                given[part.Component] = value;
        }

        return given;
    }

    private static object Combine(Dictionary<char, decimal> given, DateTime now)
    {
        var byDayOfYear = given.ContainsKey('d') && !given.ContainsKey('M') && !given.ContainsKey('D');
        if (given.ContainsKey('X') || given.ContainsKey('W') || given.ContainsKey('w') || given.ContainsKey('x'))
            throw new JsonataException("D3136");
        var isHalfDay = given.ContainsKey('h') || given.ContainsKey('P');
        var components = (byDayOfYear ? "Yd" : "YMD") + (isHalfDay ? "Phmsf" : "Hmsf");
        var started = false;
        var ended = false;
        foreach (var component in components)
        {
            if (given.ContainsKey(component))
            {
                if (ended)
                    throw new JsonataException("D3136");
                started = true;
                continue;
            }

            ended = started;
            given[component] = started ? (component is 'M' or 'D' or 'd' ? 1 : 0) : DateComponents.Of(now, component);
        }

        var hour = isHalfDay ? (given['h'] == 12 ? 0 : given['h']) + (given['P'] * 12) : given['H'];
        var offset = given.GetValueOrDefault('Z', given.GetValueOrDefault('z'));
        return DateFunctions.Millis(
            (int)given['Y'],
            byDayOfYear ? 1 : (int)given['M'],
            (int)given[byDayOfYear ? 'd' : 'D'],
            hour,
            given['m'],
            given['s'],
            given['f']) - (offset * 60_000);
    }
}
