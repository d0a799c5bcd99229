using System.Collections.Frozen;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>All countries of ISO 3166-1, found by any of their codes and names.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByCode;
    private static readonly FrozenDictionary<string, Country> ByName;

    static Countries()
    {
        All = EmbeddedJson.Read<CountryList>("countries.json").Countries;
        ByCode = All.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal);
        var names = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in All)
        {
            foreach (var name in (string[])[country.Code, country.Alpha3, country.Number, country.Name, .. country.Also ?? []])
                names[Folding.Folded(name)] = country;
        }

        ByName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static IReadOnlyList<Country> All { get; }

    /// <summary>The country of a code in any form, or of a name; null if there is none.</summary>
    public static Country? Find(string text)
    {
        if (ByCode.TryGetValue(text, out var country))
            return country;
        var folded = Folding.Folded(text);
        if (folded.Length is 1 or 2 && folded.All(char.IsAsciiDigit))
            folded = folded.PadLeft(3, '0');
        return ByName.GetValueOrDefault(folded) ?? (folded.StartsWith("the", StringComparison.Ordinal) ? ByName.GetValueOrDefault(folded[3..]) : null);
    }
}
