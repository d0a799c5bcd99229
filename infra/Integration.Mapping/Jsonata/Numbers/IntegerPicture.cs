using System.Globalization;
using System.Text;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>An integer picture (XPath and XQuery Functions 3.1, section 4.6, fn:format-integer), for writing and reading.</summary>
internal sealed record IntegerPicture
{
    private static readonly int[] ZeroDigits =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
        0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    public IntegerForm Form { get; private init; }

    public LetterCase Case { get; private init; }

    public bool IsOrdinal { get; private init; }

    public int Mandatory { get; init; }

    public int Optional { get; private init; }

    /// <summary>Separators and the number of digits to their right.</summary>
    public IReadOnlyList<(int Position, string Sign)> Separators { get; private init; } = [];

    private int Zero { get; init; } = '0';

    /// <summary>The distance between separators if they are alike and regular, else 0.</summary>
    public int Interval { get; private init; }

    public static IntegerPicture Parse(string picture)
    {
        var semicolon = picture.LastIndexOf(';');
        var primary = semicolon < 0 ? picture : picture[..semicolon];
        var isOrdinal = semicolon >= 0 && picture[(semicolon + 1)..].StartsWith('o');
        return primary switch
        {
            "A" => new() { Form = IntegerForm.Letters, Case = LetterCase.Upper, IsOrdinal = isOrdinal },
            "a" => new() { Form = IntegerForm.Letters, IsOrdinal = isOrdinal },
            "I" => new() { Form = IntegerForm.Roman, Case = LetterCase.Upper, IsOrdinal = isOrdinal },
            "i" => new() { Form = IntegerForm.Roman, IsOrdinal = isOrdinal },
            "W" => new() { Form = IntegerForm.Words, Case = LetterCase.Upper, IsOrdinal = isOrdinal },
            "Ww" => new() { Form = IntegerForm.Words, Case = LetterCase.Title, IsOrdinal = isOrdinal },
            "w" => new() { Form = IntegerForm.Words, IsOrdinal = isOrdinal },
            _ => ParseDigits(primary, isOrdinal),
        };
    }

    public string Format(decimal number)
    {
        var value = Math.Abs(number);
        var text = Form switch
        {
            IntegerForm.Letters => Cased(LetterNumbers.Write(value)),
            IntegerForm.Roman => Cased(RomanNumbers.Write(value)),
            IntegerForm.Words => Cased(NumberWords.Write(value, IsOrdinal)),
            IntegerForm.Digits => Digits(value),
            _ => throw new JsonataException("D3130"),
        };
        return number < 0 ? $"-{text}" : text;
    }

    public decimal? Read(string text) => Form switch
    {
        IntegerForm.Letters => LetterNumbers.Read(text),
        IntegerForm.Roman => RomanNumbers.Read(text),
        IntegerForm.Words => NumberWords.Read(text),
        IntegerForm.Digits => ReadDigits(text),
        _ => throw new JsonataException("D3130"),
    };

    private static IntegerPicture ParseDigits(string picture, bool isOrdinal)
    {
        int? zero = null;
        int mandatory = 0, optional = 0;
        var separators = new List<(int, string)>();
        foreach (var rune in picture.EnumerateRunes().Reverse())
        {
            var family = Array.FindIndex(ZeroDigits, start => rune.Value >= start && rune.Value <= start + 9);
            if (family >= 0)
            {
                if (zero is not null && zero != ZeroDigits[family])
                    throw new JsonataException("D3131");
                zero = ZeroDigits[family];
                mandatory++;
            }
            else if (rune.Value == '#')
            {
                optional++;
            }
            else
            {
                separators.Add((mandatory + optional, rune.ToString()));
            }
        }

        if (mandatory == 0)
            return new() { Form = IntegerForm.Sequence };
        var areAlike = separators.TrueForAll(separator => separator.Item2 == separators[0].Item2);
        return new()
        {
            IsOrdinal = isOrdinal,
            Mandatory = mandatory,
            Optional = optional,
            Zero = zero!.Value,
            Separators = separators,
            Interval = areAlike ? Grouping.Of(separators.ConvertAll(separator => separator.Item1)).Interval : 0,
        };
    }

    private string Digits(decimal value)
    {
        var digits = value.ToString("F0", CultureInfo.InvariantCulture).PadLeft(Mandatory, '0');
        var suffix = IsOrdinal ? OrdinalSuffix(digits) : string.Empty;
        var localized = Zero == '0' ? digits : string.Concat(digits.Select(c => new Rune(c - '0' + Zero).ToString()));
        if (Interval > 0)
            return new Grouping(Interval, []).Insert(localized, Separators[0].Sign) + suffix;
        foreach (var (position, sign) in Separators.Reverse())
        {
            if (position < localized.Length)
                localized = localized.Insert(localized.Length - position, sign);
        }

        return localized + suffix;
    }

    private static string OrdinalSuffix(string digits) => digits switch
    {
        [.., '1', _] => "th",
        [.., '1'] => "st",
        [.., '2'] => "nd",
        [.., '3'] => "rd",
        _ => "th",
    };

    private decimal? ReadDigits(string text)
    {
        var digits = IsOrdinal && text.Length > 2 ? text[..^2] : text;
        foreach (var (_, sign) in Separators)
            digits = digits.Replace(sign, string.Empty, StringComparison.Ordinal);
        if (Zero != '0')
            digits = string.Concat(digits.Select(c => c >= Zero && c <= Zero + 9 ? (char)(c - Zero + '0') : c));
        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonataException("D3030");
    }

    private string Cased(string text) => Case switch
    {
        LetterCase.Upper => text.ToUpperInvariant(),
        LetterCase.Lower => text.ToLowerInvariant(),
        _ => text,
    };
}
