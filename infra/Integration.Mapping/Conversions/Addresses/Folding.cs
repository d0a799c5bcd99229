using System.Text;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>What remains of a name for comparing: letters and digits without case, accents, width, blanks and punctuation.</summary>
internal static class Folding
{
    public static string Folded(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.Value == '&')
                result.Append("and");
            else if (Rune.IsLetterOrDigit(rune))
                Append(result, Rune.ToLowerInvariant(rune));
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        // Letters that have no decomposition, as people without such a keyboard write them.
        _ = rune.Value switch
        {
            'ß' => result.Append("ss"),
            'ł' => result.Append('l'),
            'ø' => result.Append('o'),
            'æ' => result.Append("ae"),
            'œ' => result.Append("oe"),
            'đ' => result.Append('d'),
            'ı' => result.Append('i'),
            _ => result.Append(rune.ToString()),
        };
    }
}
