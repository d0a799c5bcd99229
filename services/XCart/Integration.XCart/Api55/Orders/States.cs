using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.XCart.Api55.Orders.Wire;

namespace Integration.XCart.Api55.Orders;

/// <summary>
/// State codes by the names that 5.5 shows: it gives a state's name and its own number, and no list of either, where 5.4 gives the code.
/// Known are the lists of the United States and Canada (ISO 3166-2); other countries' names stay as they are unless the pair's lookup
/// <c>states</c> has them: <c>"CN:Beijing": "11"</c>, or by the shop's number <c>"CN:#412": "11"</c>.
/// </summary>
internal static class States
{
    /// <summary>The pair's lookup.</summary>
    public const string Lookup = "states";

    private const string UnitedStates =
        "Alabama=AL,Alaska=AK,Arizona=AZ,Arkansas=AR,California=CA,Colorado=CO,Connecticut=CT,Delaware=DE,District of Columbia=DC,Florida=FL,Georgia=GA,Hawaii=HI,"
        + "Idaho=ID,Illinois=IL,Indiana=IN,Iowa=IA,Kansas=KS,Kentucky=KY,Louisiana=LA,Maine=ME,Maryland=MD,Massachusetts=MA,Michigan=MI,Minnesota=MN,Mississippi=MS,"
        + "Missouri=MO,Montana=MT,Nebraska=NE,Nevada=NV,New Hampshire=NH,New Jersey=NJ,New Mexico=NM,New York=NY,North Carolina=NC,North Dakota=ND,Ohio=OH,Oklahoma=OK,"
        + "Oregon=OR,Pennsylvania=PA,Rhode Island=RI,South Carolina=SC,South Dakota=SD,Tennessee=TN,Texas=TX,Utah=UT,Vermont=VT,Virginia=VA,Washington=WA,"
        + "West Virginia=WV,Wisconsin=WI,Wyoming=WY,American Samoa=AS,Guam=GU,Northern Mariana Islands=MP,Puerto Rico=PR,Virgin Islands=VI";

    private const string Canada =
        "Alberta=AB,British Columbia=BC,Manitoba=MB,New Brunswick=NB,Newfoundland and Labrador=NL,Northwest Territories=NT,Nova Scotia=NS,Nunavut=NU,Ontario=ON,"
        + "Prince Edward Island=PE,Quebec=QC,Québec=QC,Saskatchewan=SK,Yukon=YT";

    private static readonly FrozenDictionary<string, string> Known = Table("US", UnitedStates).Concat(Table("CA", Canada)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The state as the canonical address has it.</summary>
    public static string CodeOf(AddressOutput address, PairDefinition pair)
    {
        var country = address.Country?.Trim() ?? "";
        var name = address.StateName?.Trim() ?? "";
        return Named(pair, $"{country}:{name}")
            ?? (address.StateId is > 0 ? Named(pair, $"{country}:#{address.StateId}") : null)
            ?? Known.GetValueOrDefault($"{country}:{name}", name);
    }

    private static string? Named(PairDefinition pair, string key) =>
        pair.Lookups[Lookup] is JsonObject table && table[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static IEnumerable<KeyValuePair<string, string>> Table(string country, string states) =>
        states.Split(',').Select(state => state.Split('=')).Select(state => KeyValuePair.Create($"{country}:{state[0]}", state[1]));
}
