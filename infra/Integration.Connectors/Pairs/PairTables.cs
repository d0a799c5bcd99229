using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;

namespace Integration.Connectors.Pairs;

/// <summary>The lookups of a pair for its mapping documents. A table may be written plainly (<c>{ "code": "value" }</c>) or with <c>codes</c>, <c>default</c> and <c>ignoreCase</c>; tables of <c>rates</c> and <c>units</c> stay as they are.</summary>
public static class PairTables
{
    /// <summary>Reads the pair's lookups.</summary>
    /// <exception cref="Mapping.Reading.DocumentException">A table is of neither form.</exception>
    public static ILookups Of(PairDefinition pair) => LookupTables.Parse(Normalised(pair), $"{pair.File}: lookups");

    /// <summary>The pair's tables, each with <c>codes</c>.</summary>
    public static JsonObject Normalised(PairDefinition pair)
    {
        var tables = new JsonObject();
        foreach (var (name, table) in pair.Lookups)
        {
            tables[name] = table is JsonObject rows && rows["codes"] is not JsonObject && rows["rates"] is not JsonArray && rows["units"] is not JsonArray ? new JsonObject { ["codes"] = rows.DeepClone() } : table?.DeepClone();
        }

        return tables;
    }
}
