using System.Collections.Frozen;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>States by country, found by code, ISO 3166-2 code and name.</summary>
public static class States
{
    private static readonly StateList List = EmbeddedJson.Read<StateList>("states.json");
    private static readonly FrozenDictionary<string, FrozenDictionary<string, State>> ByCountry =
        List.Countries.ToFrozenDictionary(country => country.Key, country => ByName(country.Key, country.Value), StringComparer.Ordinal);

    internal static IEnumerable<string> CountriesKnown => ByCountry.Keys;

    /// <summary>The code within its country (<c>NY</c>) of a state given as code, ISO 3166-2 code or name; null if there is none, or the country's states are not listed.</summary>
    /// <param name="country">Alpha-2, capitals.</param>
    /// <param name="text">The code or name.</param>
    public static string? CodeOf(string country, string text) => Find(country, text)?.Code;

    /// <summary>Whether the country's states are known.</summary>
    internal static bool AreKnownOf(string country) => ByCountry.ContainsKey(country);

    /// <summary>Whether the country has states that are not known, as the counties of Great Britain.</summary>
    internal static bool HasOthers(string country) => List.Partial.Contains(country);

    /// <summary>All states of the country.</summary>
    internal static IEnumerable<State> Of(string country) => ByCountry[country].Values.Distinct();

    /// <summary>The state of that code or name; null if there is none.</summary>
    internal static State? Find(string country, string text) =>
        ByCountry.TryGetValue(country, out var states) ? states.GetValueOrDefault(Folding.Folded(text)) : null;

    private static FrozenDictionary<string, State> ByName(string country, IReadOnlyDictionary<string, IReadOnlyList<string>> states)
    {
        var result = new Dictionary<string, State>(StringComparer.Ordinal);
        var all = states.Select(state => (State: new State(country, state.Key, state.Value[0]), Names: state.Value)).ToList();

        // Codes win over names, and where a region is named as its province is, the one that is listed first.
        foreach (var (state, _) in all)
        {
            result[Folding.Folded(state.Code)] = state;
            result[Folding.Folded($"{country}{state.Code}")] = state;
        }

        foreach (var (state, names) in all)
        {
            foreach (var name in names)
                result.TryAdd(Folding.Folded(name), state);
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
