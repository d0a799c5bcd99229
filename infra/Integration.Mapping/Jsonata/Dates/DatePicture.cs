using System.Globalization;
using Integration.Mapping.Jsonata.Numbers;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>A date picture (XPath and XQuery Functions 3.1, section 9.8.4, with X and x for the year and month of a week).</summary>
internal sealed record DatePicture(IReadOnlyList<DatePart> Parts)
{
    private const string IntegerComponents = "YMDdFWwXxHhmsf";

    public static DatePicture Parse(string picture)
    {
        var parts = new List<DatePart>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < picture.Length; i++)
        {
            if (picture[i] != '[')
            {
                literal.Append(picture[i]);
                if (picture[i] == ']' && i + 1 < picture.Length && picture[i + 1] == ']')
                    i++;
                continue;
            }

            if (i + 1 < picture.Length && picture[i + 1] == '[')
            {
                literal.Append('[');
                i++;
                continue;
            }

            var end = picture.IndexOf(']', i);
            if (end < 0)
                throw new JsonataException("D3135");
            Flush(parts, literal);
            Add(parts, Marker(string.Concat(picture[(i + 1)..end].Where(c => !char.IsWhiteSpace(c)))));
            i = end;
        }

        Flush(parts, literal);
        return new DatePicture(parts);
    }

    private static void Flush(List<DatePart> parts, System.Text.StringBuilder literal)
    {
        if (literal.Length > 0)
            parts.Add(new DatePart { Literal = literal.ToString() });
        literal.Clear();
    }

    private static void Add(List<DatePart> parts, DatePart part)
    {
        if (part is { Integer: not null, Component: not ('Z' or 'z') } && parts is [.., { Integer: { Form: IntegerForm.Digits } before } last])
            last.ReadWidth = before.Mandatory;
        parts.Add(part);
    }

    private static DatePart Marker(string marker)
    {
        var component = marker.Length > 0 ? marker[0] : '\0';
        var comma = marker.LastIndexOf(',');
        var (min, max) = comma < 0 ? (null, null) : Widths(marker[(comma + 1)..]);
        var format = comma < 0 ? marker[Math.Min(1, marker.Length)..] : marker[1..comma];
        var modifier = '\0';
        if (format.Length == 0)
            format = Default(component);
        else if (format.Length > 1 && "atco".Contains(format[^1], StringComparison.Ordinal))
            (format, modifier) = (format[..^1], format[^1]);
        Default(component);
        var part = new DatePart { Component = component, MaxWidth = max, IsTraditional = modifier == 't' };
        if (format[0] is 'n' or 'N')
            return part with { Names = format[0] == 'n' ? LetterCase.Lower : format.StartsWith("Nn", StringComparison.Ordinal) ? LetterCase.Title : LetterCase.Upper };
        if (component is 'Z' or 'z')
            return part with { Integer = IntegerPicture.Parse(format) };
        if (!IntegerComponents.Contains(component, StringComparison.Ordinal))
            return part with { Names = LetterCase.Lower };
        return WithInteger(part, IntegerPicture.Parse(modifier == 'o' ? format + ";o" : format), min, max);
    }

    private static DatePart WithInteger(DatePart part, IntegerPicture integer, int? min, int? max)
    {
        integer = integer with { Mandatory = Math.Max(integer.Mandatory, min ?? 0) };
        if (part.Component != 'Y')
            return part with { Integer = integer };
        if (max is not null)
            return part with { Integer = integer with { Mandatory = max.Value }, YearDigits = max };
        var digits = integer.Mandatory + integer.Optional;
        return part with { Integer = integer, YearDigits = digits >= 2 ? digits : null };
    }

    private static (int? Min, int? Max) Widths(string text)
    {
        static int? Width(string width) =>
            int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Width(text), null) : (Width(text[..dash]), Width(text[(dash + 1)..]));
    }

    private static string Default(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'F' or 'P' or 'C' or 'E' => "n",
        'm' or 's' => "01",
        'Z' or 'z' => "01:01",
        _ => throw new JsonataException("D3132", token: component.ToString()),
    };
}
