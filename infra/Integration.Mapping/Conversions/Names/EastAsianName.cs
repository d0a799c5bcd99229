using System.Text;

namespace Integration.Mapping.Conversions.Names;

/// <summary>Names in Chinese, Japanese or Korean letters: the family name is first, often without a blank behind it.</summary>
internal static class EastAsianName
{
    private const char MiddleDot = '・';
    private static readonly string[] Chinese = ["CN", "TW", "HK", "MO", "SG"];

    /// <summary>Splits such a name; a single word whose parts are not clear is the family name. False if it is in other letters.</summary>
    public static bool TrySplit(string text, NameRule rule, IReadOnlyList<string> compounds, out string family, out string given)
    {
        (family, given) = (text, string.Empty);
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        if (letters.Count == 0 || !letters.All(IsEastAsian))
            return false;

        // The dot stands between the names of foreigners, in their own order.
        if (text.Contains(MiddleDot, StringComparison.Ordinal))
        {
            var dot = text.LastIndexOf(MiddleDot);
            (given, family) = (text[..dot].Replace(MiddleDot, ' ').Trim(), text[(dot + 1)..].Trim());
            return true;
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
        {
            (family, given) = (words[0], string.Join(' ', words[1..]));
            if (rule.Order == NameOrder.GivenFirst)
                (family, given) = (words[^1], string.Join(' ', words[..^1]));
            return true;
        }

        var length = FamilyLength(words[0], rule.Country, letters, compounds);
        (family, given) = (words[0][..length], words[0][length..]);
        return true;
    }

    private static int FamilyLength(string word, string? country, List<Rune> letters, IReadOnlyList<string> compounds)
    {
        var isKorean = letters.All(IsHangul);
        if (!isKorean && !Chinese.Contains(country))
            return word.Length;
        if (letters.Count is < 2 or > 4)
            return word.Length;
        return letters.Count > 2 && compounds.Any(compound => word.StartsWith(compound, StringComparison.Ordinal)) ? 2 : letters[0].Utf16SequenceLength;
    }

    private static bool IsEastAsian(Rune letter) => IsHangul(letter) || letter.Value is (>= 0x3005 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsHangul(Rune letter) => letter.Value is >= 0xAC00 and <= 0xD7A3;
}
