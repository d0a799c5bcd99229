using System.Text;
using System.Text.RegularExpressions;

namespace Integration.Mapping.Jsonata.Regexes;

/// <summary>
/// A JavaScript pattern as a .NET one. It runs without backtracking where .NET can do that, and always with a timeout.
/// </summary>
internal static class EcmaRegex
{
    // Far beyond any that a person writes; .NET takes minutes to read much longer or deeper ones.
    private const int LongestPattern = 4_000;
    private const int DeepestGroup = 50;

    public static Regex Create(string pattern, bool ignoreCase, bool multiline, TimeSpan timeout, int position)
    {
        if (pattern.Length > LongestPattern || DepthOf(pattern) > DeepestGroup)
            throw new JsonataException("U1001", position);
        var options = RegexOptions.CultureInvariant
            | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None)
            | (multiline ? RegexOptions.Multiline : RegexOptions.None);
        var translated = Translate(pattern, multiline);
        try
        {
            try
            {
                return new Regex(translated, options | RegexOptions.NonBacktracking, timeout);
            }
            catch (NotSupportedException)
            {
                // Look-arounds and back-references need backtracking; the timeout bounds it.
                return new Regex(translated, options, timeout);
            }
        }
        catch (ArgumentException)
        {
            throw new JsonataException("S0303", position);
        }
    }

    private static int DepthOf(string pattern)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] == '(')
                deepest = Math.Max(deepest, ++depth);
            else if (pattern[i] == ')')
                depth--;
        }

        return deepest;
    }

    private static string Translate(string pattern, bool multiline)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++i], inClass));
                continue;
            }

            if (!inClass && c == '[')
            {
                inClass = true;
                i += AppendClassStart(result, pattern, i);
                if (i < pattern.Length && pattern[i] == ']')
                    inClass = false;
                continue;
            }

            if (inClass && c == ']')
                inClass = false;
            result.Append((c, inClass) switch
            {
                ('[', true) => "\\[",
                ('.', false) => "[^\\n\\r\\u2028\\u2029]",
                ('$', false) when !multiline => "\\z",
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>JavaScript's <c>[]</c> matches nothing and its <c>[^]</c> everything; .NET would go on to the next bracket.</summary>
    private static int AppendClassStart(StringBuilder result, string pattern, int at)
    {
        if (string.CompareOrdinal(pattern, at, "[]", 0, 2) == 0)
        {
            result.Append("(?!)");
            return 1;
        }

        if (string.CompareOrdinal(pattern, at, "[^]", 0, 3) == 0)
        {
            result.Append("[\\s\\S]");
            return 2;
        }

        result.Append('[');
        return 0;
    }

    private static string Escape(char c, bool inClass) => (c, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', true) => "A-Za-z0-9_",
        ('w', false) => "[A-Za-z0-9_]",
        ('W', false) => "[^A-Za-z0-9_]",
        ('/', _) => "/",
        _ => $"\\{c}",
    };
}
