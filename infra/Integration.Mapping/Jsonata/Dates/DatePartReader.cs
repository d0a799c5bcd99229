using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Mapping.Jsonata.Numbers;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>The pattern and the value of one part of a date text.</summary>
internal static class DatePartReader
{
    private static readonly string Words = $"(?:{string.Join('|', NumberWords.Words.OrderByDescending(word => word.Length))}|and|[-, ])+";

    public static string PatternOf(DatePart part)
    {
        if (part.Literal is not null)
            return Regex.Escape(part.Literal);
        if (part.Component is 'Z' or 'z')
        {
            var prefix = part.Component == 'z' ? "GMT" : string.Empty;
            var digits = part.Integer!.Interval > 0 ? $"[0-9]+{Regex.Escape(part.Integer.Separators[0].Sign)}[0-9]+" : "[0-9]+";
            return $"{prefix}[-+]{digits}" + (part.IsTraditional ? "|Z" : string.Empty);
        }

        return part.Integer?.Form switch
        {
            null => NamesOf(part).Length > 0 ? "[a-z]+" : throw new JsonataException("D3133", token: part.Component.ToString()),
            IntegerForm.Letters => "[a-z]+",
            IntegerForm.Roman => "[mdclxvi]+",
            IntegerForm.Words => Words,
            IntegerForm.Digits => Digits(part),
            _ => throw new JsonataException("D3130"),
        };
    }

    public static decimal? Read(DatePart part, string text)
    {
        if (part.Component is 'Z' or 'z')
            return Zone(text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) ? text[3..] : text);
        if (part.Integer is not null)
            return part.Integer.Read(part.Component == 'f' && text.Length > 3 ? text[..3] : text);
        if (part.Component == 'P')
            return text.ToUpperInvariant() switch { "AM" => 0, "PM" => 1, _ => null };
        var index = Array.FindIndex(NamesOf(part), name => Cut(name, part.MaxWidth).Equals(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    private static string[] NamesOf(DatePart part) => part.Component switch
    {
        'M' or 'x' => DateNames.Months,
        'F' => DateNames.Days,
        'P' => ["am", "pm"],
        _ => [],
    };

    private static string Cut(string name, int? width) => width is { } max && name.Length > max ? name[..max] : name;

    private static string Digits(DatePart part)
    {
        var separators = string.Concat(part.Integer!.Separators.Select(separator => Regex.Escape(separator.Sign)));
        var digits = separators.Length > 0 ? $"[0-9{separators}]+"
            : part.ReadWidth is { } width ? $"[0-9]{{{width}}}" : "[0-9]+";
        return digits + (part.Integer.IsOrdinal ? "(?:th|st|nd|rd)" : string.Empty);
    }

    /// <summary>The offset in minutes.</summary>
    private static decimal Zone(string text)
    {
        if (text is "Z" or "z")
            return 0;
        var sign = text[0] == '-' ? -1 : 1;
        var parts = text[1..].Split(':');
        var digits = string.Concat(parts);
        var hoursLength = parts.Length > 1 ? parts[0].Length : Math.Min(2, digits.Length);
        var hours = int.Parse(digits[..hoursLength], CultureInfo.InvariantCulture);
        var minutes = digits.Length > hoursLength ? int.Parse(digits[hoursLength..], CultureInfo.InvariantCulture) : 0;
        return sign * ((hours * 60) + minutes);
    }
}
