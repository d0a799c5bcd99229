using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Probing;

/// <summary>
/// Checks that the endpoint has the fields that the shipped mapping writes: Acumatica would ignore missing ones silently. The system
/// endpoint's versions are fixed and described by the vendor; any other endpoint is asked for its own OpenAPI description
/// (<c>$adHocSchema</c> lists only fields outside the contract, so it cannot tell).
/// </summary>
internal sealed class FieldProbe(EntityClient client, AcumaticaSettings settings)
{
    private const string OldestVersion = "22.200.001";

    private static readonly string[] Required =
    [
        "OrderType", "CustomerOrder", "ExternalRef", "CustomerID", "CurrencyID", "Hold", "IsTaxValid", "DisableAutomaticTaxCalculation", "DisableAutomaticDiscountUpdate",
        "Details.InventoryID", "Details.OrderQty", "Details.UnitPrice", "Details.ManualPrice", "Details.ManualDiscount", "Details.DiscountAmount", "Details.ExternalRef",
        "DiscountDetails.ExternalDiscountCode", "DiscountDetails.DiscountAmount", "TaxDetails.TaxID", "TaxDetails.TaxAmount",
        "Totals.OverrideFreightAmount", "Totals.Freight", "Payments.PaymentAmount", "Payments.AppliedToOrder", "Payments.ExternalRef",
    ];

    public async Task<ProbeFinding> ExamineAsync(Session session, CancellationToken ct)
    {
        if (settings.Endpoint == "Default")
        {
            return string.CompareOrdinal(settings.EndpointVersion, OldestVersion) >= 0
                ? new ProbeFinding("required-fields", ProbeLevel.Ok, "By the vendor's description the endpoint has every field that is written.")
                : Missing("newer fields such as Details.ExternalRef and Totals.Freight");
        }

        var answer = await client.ReadAsync(session, $"entity/{settings.Endpoint}/{settings.EndpointVersion}/swagger.json", ct);
        if (answer.Body?["components"]?["schemas"] is not JsonObject schemas)
            return new ProbeFinding("required-fields", ProbeLevel.NotChecked, "The endpoint's description (swagger.json) was not given.", "Watch the first orders: the connector compares what was stored.");
        var missing = Required.Where(path => !Has(schemas, path)).ToList();
        return missing.Count == 0
            ? new ProbeFinding("required-fields", ProbeLevel.Ok, "The endpoint has every field that is written.")
            : Missing(string.Join(", ", missing));
    }

    private static ProbeFinding Missing(string fields) => new("required-fields", ProbeLevel.Failed,
        $"The endpoint lacks: {fields}. Acumatica would ignore them silently.", "Use the endpoint Default/24.200.001, or one that extends it.");

    /// <summary>Follows a dotted path from the schema SalesOrder through references, lists and inherited parts.</summary>
    internal static bool Has(JsonObject schemas, string path)
    {
        var at = schemas["SalesOrder"];
        foreach (var name in path.Split('.'))
        {
            at = Property(schemas, at, name);
            if (at is null) return false;
        }

        return true;
    }

    private static JsonNode? Property(JsonObject schemas, JsonNode? schema, string name)
    {
        if (schema?["items"] is { } items) schema = items;
        if ((string?)schema?["$ref"] is { } reference) schema = schemas[reference[(reference.LastIndexOf('/') + 1)..]];
        if (schema?["properties"]?[name] is { } found) return found;
        return (schema?["allOf"] as JsonArray)?.Select(part => Property(schemas, part, name)).FirstOrDefault(inherited => inherited is not null);
    }
}
