using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Mapping.Conversions.Addresses;
using Integration.XCart.Api55.Orders.Wire;

namespace Integration.XCart.Api55.Orders;

/// <summary>
/// State codes by the names that 5.5 shows: it gives a state's name and its own number, and no list of either, where 5.4 gives the code.
/// Known are the lists of the United States and Canada (ISO 3166-2); other countries' names stay as they are unless the pair's lookup
/// <c>shop-states</c> has them: <c>"CN:Beijing": "11"</c>, or by the shop's number <c>"CN:#412": "11"</c>.
/// </summary>
internal static class StateCodes
{
    /// <summary>The pair's lookup.</summary>
    public const string Lookup = "shop-states";

    // X-Cart has codes for the states of these countries from the start; elsewhere the shop's list is the merchant's own.
    private static readonly string[] Known = ["US", "CA"];

    /// <summary>The state as the canonical address has it.</summary>
    public static string CodeOf(AddressOutput address, PairDefinition pair)
    {
        var country = address.Country?.Trim() ?? "";
        var name = address.StateName?.Trim() ?? "";
        return Named(pair, $"{country}:{name}")
            ?? (address.StateId is > 0 ? Named(pair, $"{country}:#{address.StateId}") : null)
            ?? (Known.Contains(country) ? States.CodeOf(country, name) : null)
            ?? name;
    }

    /// <summary>The shop's number of a state, by the pair's lookup read backwards; null where it is not there, and the state is sent as text.</summary>
    public static long? NumberOf(PairDefinition pair, string country, string code)
    {
        var prefix = $"{country}:#";
        var key = (pair.Lookups[Lookup] as JsonObject)?.FirstOrDefault(row =>
            row.Key.StartsWith(prefix, StringComparison.Ordinal) && row.Value?.GetValueKind() == JsonValueKind.String && row.Value.GetValue<string>() == code).Key;
        return long.TryParse(key?[prefix.Length..], CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? Named(PairDefinition pair, string key) =>
        pair.Lookups[Lookup] is JsonObject table && table[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
