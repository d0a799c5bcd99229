using System.Buffers;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>
/// Upper and lower case of text in no language, with the letters of western scripts whose other case has more than one character
/// (Unicode SpecialCasing.txt), which .NET leaves as they are.
/// </summary>
internal static class LetterCases
{
    private const string Special = "\u00DF\u0131\u0149\u01F0\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06";
    private static readonly SearchValues<char> SpecialLetters = SearchValues.Create(Special);
    private static readonly string[] SpecialUpper = ["SS", "I", "\u02BCN", "J\u030C", "FF", "FI", "FL", "FFI", "FFL", "ST", "ST"];

    public static string? Upper(string? text)
    {
        var upper = text?.ToUpperInvariant();
        if (upper is null || upper.AsSpan().IndexOfAny(SpecialLetters) < 0)
            return upper;
        return string.Concat(upper.Select(c => Special.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? SpecialUpper[at] : c.ToString()));
    }

    public static string? Lower(string? text) =>
        text?.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
}
