using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Probing;

/// <summary>Compares the fields that the shipped mapping writes with the endpoint's own schema (<c>$adHocSchema</c>): an older endpoint would ignore the missing ones silently.</summary>
internal sealed class FieldProbe(EntityClient client)
{
    private static readonly string[] Required =
    [
        "OrderType", "CustomerOrder", "ExternalRef", "CustomerID", "CurrencyID", "Hold", "IsTaxValid", "DisableAutomaticTaxCalculation", "DisableAutomaticDiscountUpdate",
        "Details.InventoryID", "Details.OrderQty", "Details.UnitPrice", "Details.ManualPrice", "Details.ManualDiscount", "Details.DiscountAmount", "Details.ExternalRef",
        "DiscountDetails.ExternalDiscountCode", "DiscountDetails.DiscountAmount", "TaxDetails.TaxID", "TaxDetails.TaxAmount",
        "Totals.OverrideFreightAmount", "Totals.Freight", "Payments.PaymentAmount", "Payments.AppliedToOrder", "Payments.ExternalRef",
    ];

    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(Session session, CancellationToken ct)
    {
        var answer = await client.ReadAsync(session, "SalesOrder", ["$adHocSchema"], new EntityQuery { Expand = "Details,DiscountDetails,TaxDetails,Totals,Payments" }, ct);
        if (answer.Failure is not null || answer.Body is not JsonObject schema)
            return [new ProbeFinding("required-fields", ProbeLevel.NotChecked, "The endpoint's schema was not given.", "Watch the first orders: the connector compares what was stored.")];
        var missing = Required.Where(path => !Has(schema, path)).ToList();
        return missing.Count == 0
            ? [new ProbeFinding("required-fields", ProbeLevel.Ok, "The endpoint has every field that is written.")]
            : [new ProbeFinding("required-fields", ProbeLevel.Failed, $"The endpoint lacks: {string.Join(", ", missing)}. Acumatica would ignore them silently.", "Use the endpoint Default/24.200.001, or one that has them.")];
    }

    // A collection that the schema does not spell out says nothing about its fields.
    private static bool Has(JsonObject schema, string path)
    {
        JsonNode? at = schema;
        foreach (var name in path.Split('.'))
        {
            if (at is JsonArray { Count: 0 }) return true;
            if (at is JsonArray rows) at = rows[0];
            if (at is not JsonObject record || !record.TryGetPropertyValue(name, out at)) return false;
        }

        return true;
    }
}
