using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;

namespace Integration.Run.Bench.Map;

/// <summary>The lookup tables that the shipped document names, with every code of the sample order.</summary>
internal static class SampleLookups
{
    public static LookupTables Create() => LookupTables.Parse(JsonNode.Parse("""
        {
          "ship-vias": { "codes": { "Ground": "GROUND" } },
          "taxes": { "codes": { "VAT": "WEBTAX", "ECO": "ECOTAX" } },
          "payment-methods": { "codes": { "PayPal": "ONLINE" } },
          "cash-accounts": { "codes": { "PayPal:EUR": "10200WEB" } },
          "fee-items": { "codes": { "HANDLING": "HANDLING", "ROUNDING": "ROUNDING" } }
        }
        """)!.AsObject(), "bench");
}
