using System.Text.Json.Nodes;

namespace Integration.Acumatica.SalesOrders;

/// <summary>An order holds a tax once: taxes of the shop that lead to the same tax id are added up.</summary>
internal static class MergedTaxes
{
    /// <summary>Rewrites <c>TaxDetails</c>.</summary>
    public static void Apply(JsonObject document)
    {
        if (document["TaxDetails"] is not JsonArray rows) return;
        foreach (var group in rows.OfType<JsonObject>().GroupBy(row => OrderAmounts.Text(row, "TaxID"), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToList())
        {
            var kept = group.First();
            foreach (var field in (string[])["TaxAmount", "TaxableAmount"])
            {
                var amounts = group.Select(row => OrderAmounts.Number(row, field)).OfType<decimal>().ToList();
                if (amounts.Count > 0) kept[field] = amounts.Sum();
            }

            foreach (var other in group.Skip(1).ToList()) rows.Remove(other);
        }
    }
}
