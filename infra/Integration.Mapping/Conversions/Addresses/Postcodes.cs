using System.Collections.Frozen;
using System.Text;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>Postcodes in the form of their country.</summary>
internal static class Postcodes
{
    private static readonly FrozenDictionary<string, PostcodeStyle> Styles =
        EmbeddedJson.Read<PostcodeList>("postcodes.json").Countries.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> CountriesKnown => Styles.Keys;

    /// <summary>Whether the form of the country's postcodes is known.</summary>
    public static bool AreKnownOf(string country) => Styles.ContainsKey(country);

    /// <summary>The postcode as its country writes it; null if it cannot be one.</summary>
    public static string? Find(string country, string text)
    {
        var style = Styles[country];
        var given = Bare(text);
        foreach (var candidate in Candidates(country, given, style))
        {
            foreach (var form in style.Forms)
            {
                if (Written(candidate, form) is { } postcode)
                    return postcode;
            }
        }

        return null;
    }

    /// <summary>As given; without the country's sign before it; with the country's code where that is part of the form.</summary>
    private static IEnumerable<string> Candidates(string country, string given, PostcodeStyle style)
    {
        yield return given;
        foreach (var prefix in (style.Prefixes ?? []).Append(country))
        {
            if (given.StartsWith(prefix, StringComparison.Ordinal))
                yield return given[prefix.Length..];
        }

        if (style.Forms.Any(form => form.StartsWith(country, StringComparison.Ordinal)))
            yield return country + given;
    }

    /// <summary>Letters and digits in upper case, full width made half.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));

    private static string? Written(string bare, string form)
    {
        var result = new StringBuilder(form.Length);
        var at = 0;
        foreach (var sign in form)
        {
            if (sign is ' ' or '-')
            {
                result.Append(sign);
                continue;
            }

            if (at == bare.Length || !Fits(bare[at], sign))
                return null;
            result.Append(bare[at++]);
        }

        return at == bare.Length ? result.ToString() : null;
    }

    private static bool Fits(char given, char sign) => sign switch
    {
        '#' => char.IsAsciiDigit(given),
        '@' => char.IsAsciiLetterUpper(given),
        '*' => char.IsAsciiLetterOrDigit(given),
        _ => given == sign,
    };
}
