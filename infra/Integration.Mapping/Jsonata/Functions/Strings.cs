using System.Text;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Functions on strings. Lengths and positions count code points.</summary>
internal static class Strings
{
    public static object? String(object?[] a, Frame frame)
    {
        if (a[0] is null)
            return null;
        var text = JsonText.Of(a[0]!, frame.Run, a[1] is true);
        frame.Run.Charge(text.Length);
        return text;
    }

    public static object? Length(object?[] a) => a[0] is string text ? (decimal)CodePoints(text) : null;

    public static object? Substring(object?[] a)
    {
        if (a[0] is not string text)
            return null;
        var runes = text.EnumerateRunes().ToArray();
        var offset = a[1] as decimal? ?? 0;
        var start = Arithmetic.Int(offset);
        if (runes.Length + start < 0)
            start = 0;
        if (start < 0)
            start += runes.Length;
        var end = (long)runes.Length;
        if (a[2] is decimal length)
            end = length <= 0 ? start : Math.Min(end, start + (long)Arithmetic.Int(offset - decimal.Truncate(offset) + Math.Min(length, int.MaxValue)));
        if (start >= end)
            return string.Empty;
        return string.Concat(runes[start..(int)end].Select(rune => rune.ToString()));
    }

    public static object? Before(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        var mark = a[1] as string ?? "undefined";
        frame.Run.StepSearch(text, mark);
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }

    public static object? After(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        var mark = a[1] as string ?? "undefined";
        frame.Run.StepSearch(text, mark);
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + mark.Length)..];
    }

    public static object? Trim(object?[] a) =>
        a[0] is string text ? string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)) : null;

    public static object? Pad(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        var width = a[1] is decimal number ? Arithmetic.Int(number) : 0;
        var missing = Math.Abs((long)width) - CodePoints(text);
        if (missing <= 0)
            return text;
        frame.Run.Charge(missing);
        var pad = a[2] is string { Length: > 0 } given ? given : " ";
        var runes = pad.EnumerateRunes().ToArray();
        var padding = new StringBuilder();
        for (var i = 0; i < missing; i++)
            padding.Append(runes[i % runes.Length].ToString());
        return width > 0 ? text + padding : padding + text;
    }

    public static object? Join(object?[] a, Frame frame)
    {
        if (a[0] is not ArrayValue parts)
            return null;
        var separator = a[1] as string ?? string.Empty;
        frame.Run.Charge(parts.Items.Sum(part => (long)((string)part!).Length + separator.Length));
        return string.Join(separator, parts.Items);
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }
}
