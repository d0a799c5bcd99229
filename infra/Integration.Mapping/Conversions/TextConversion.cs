using System.Globalization;
using System.Text;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Conversions;

/// <summary><c>text</c>: text tidied for the target. Control characters become blanks, blanks at the ends go.</summary>
public sealed record TextConversion : Conversion
{
    /// <summary>Upper or lower case, or as it is.</summary>
    public string? Case { get; init; }

    /// <summary>Letters lose their accents, and what is not ASCII then becomes a question mark.</summary>
    public bool Ascii { get; init; }

    /// <summary>Cut to so many UTF-16 characters, never within a character.</summary>
    public int? Cut { get; init; }

    /// <summary>Put before the text.</summary>
    public string Prefix { get; init; } = string.Empty;

    internal override object? Convert(object value, ConversionContext context)
    {
        var text = Prefix + Tidied(value switch
        {
            string given => given,
            decimal number => NumberText.Plain(number),
            bool flag => flag ? "true" : "false",
            _ => throw new ConversionException($"{Masked.Describe(value)} is not text."),
        });
        if (Ascii)
            text = WithoutAccents(text);
        text = Case switch
        {
            "upper" => text.ToUpperInvariant(),
            "lower" => text.ToLowerInvariant(),
            _ => text,
        };
        return Cut is { } most ? CutTo(text, most) : text;
    }

    /// <summary>The text cut to so many UTF-16 characters, without half a surrogate pair or a blank at its end.</summary>
    internal static string CutTo(string text, int most)
    {
        if (text.Length <= most)
            return text;
        if (char.IsHighSurrogate(text[most - 1]))
            most--;
        return text[..most].TrimEnd();
    }

    private static string Tidied(string text) =>
        text.Any(char.IsControl)
            ? string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : text.Trim();

    private static string WithoutAccents(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii)
                result.Append((char)rune.Value);
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                result.Append('?');
        }

        return result.ToString();
    }
}
