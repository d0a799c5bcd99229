using System.Globalization;
using System.Text;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Regexes;

/// <summary><c>$contains</c>, <c>$match</c>, <c>$replace</c>, <c>$split</c>.</summary>
internal static class MatchFunctions
{
    public static object? Contains(object?[] a, Frame frame)
    {
        if (a[0] is not string text || a[1] is null)
            return null;
        return Truth.Of(Occurrences.Of(text, a[1], frame).Any());
    }

    public static object? Match(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        var limit = LimitOf(a[2], "D3040");
        var result = ArrayValue.Sequence();
        foreach (var occurrence in Occurrences.Of(text, a[1], frame).Take(limit))
            result.Add(occurrence.AsObject());
        frame.Run.Charge(result.Count);
        return result;
    }

    public static object? Split(object?[] a, Frame frame)
    {
        if (a[0] is not string text || a[1] is null)
            return null;
        var limit = a[1] is string ? LimitOf(a[2] is decimal most ? decimal.Floor(most) : null, "D3020") : LimitOf(a[2], "D3020");
        var parts = a[1] is string { Length: 0 } ? text.EnumerateRunes().Select(rune => rune.ToString()) : Parts(text, a[1], frame);
        var result = ArrayValue.Of(parts.Take(limit));
        frame.Run.Charge(result.Count + text.Length);
        return result;
    }

    public static object? Replace(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        if (a[1] is string { Length: 0 })
            throw new JsonataException("D3010");
        var limit = LimitOf(a[3], "D3011");
        var result = new StringBuilder();
        var at = 0;
        foreach (var occurrence in Occurrences.Of(text, a[1], frame).Take(limit))
        {
            result.Append(text, at, occurrence.Start - at).Append(Substitute(occurrence, a[1], a[2], frame));
            at = occurrence.End;
            frame.Run.CheckLength(result.Length);
        }

        result.Append(text, at, text.Length - at);
        frame.Run.Charge(result.Length);
        return result.ToString();
    }

    private static int LimitOf(object? limit, string code) => limit switch
    {
        decimal and < 0 => throw new JsonataException(code),
        decimal count => Arithmetic.Int(decimal.Ceiling(count)),
        _ => int.MaxValue,
    };

    private static IEnumerable<string> Parts(string text, object? separator, Frame frame)
    {
        var at = 0;
        foreach (var occurrence in Occurrences.Of(text, separator, frame))
        {
            yield return text[at..occurrence.Start];
            at = occurrence.End;
        }

        yield return text[at..];
    }

    private static string Substitute(Occurrence occurrence, object? pattern, object? replacement, Frame frame)
    {
        if (replacement is string text)
            return pattern is string ? text : Expand(text, occurrence);
        if (replacement is not Function function)
            throw new JsonataException("D3012");
        var result = Calls.Apply(function, [occurrence.AsObject()], null, frame);
        return Sequences.Unwrap(result) as string ?? throw new JsonataException("D3012");
    }

    /// <summary>Puts groups in place of <c>$1</c>, the match in place of <c>$0</c>, and a dollar in place of <c>$$</c>.</summary>
    private static string Expand(string replacement, Occurrence occurrence)
    {
        var result = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '$' || i + 1 == replacement.Length)
            {
                result.Append(replacement[i]);
            }
            else if (replacement[i + 1] == '$')
            {
                result.Append('$');
                i++;
            }
            else if (char.IsAsciiDigit(replacement[i + 1]))
            {
                i += AppendGroup(result, replacement.AsSpan(i + 1), occurrence);
            }
            else
            {
                result.Append('$');
            }
        }

        return result.ToString();
    }

    /// <summary>Takes as many digits as there can be groups; returns how many it took.</summary>
    private static int AppendGroup(StringBuilder result, ReadOnlySpan<char> digits, Occurrence occurrence)
    {
        if (digits[0] == '0')
        {
            result.Append(occurrence.Text);
            return 1;
        }

        var count = occurrence.Groups.Count;
        var most = Math.Max(1, count.ToString(CultureInfo.InvariantCulture).Length);
        var length = 1;
        while (length < Math.Min(most, digits.Length) && char.IsAsciiDigit(digits[length]))
            length++;
        var number = int.Parse(digits[..length], CultureInfo.InvariantCulture);
        if (length > 1 && number > count)
            number = int.Parse(digits[..--length], CultureInfo.InvariantCulture);
        if (number <= count && occurrence.Groups[number - 1] is string group)
            result.Append(group);
        return length;
    }
}
