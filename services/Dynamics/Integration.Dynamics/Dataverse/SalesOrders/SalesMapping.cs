using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>The shipped mapping document from the canonical order, with the connection's settings written in.</summary>
internal static class SalesMapping
{
    /// <summary>Lookup: shop's shipping method title → value of <c>shippingmethodcode</c>, or F&amp;O's mode of delivery.</summary>
    public const string DeliveryModes = "delivery-modes";

    /// <summary>The document as JSON text.</summary>
    public static string Render(DynamicsSettings settings)
    {
        var resource = $"Integration.Dynamics.Dataverse.SalesOrders.{(settings.HasDualWrite ? "orders.dual-write.toErp" : "orders.toErp")}.json";
        using var stream = typeof(SalesMapping).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        var document = JsonNode.Parse(stream)!.AsObject();
        foreach (var (name, column) in (IEnumerable<(string, string?)>)[("{setting:dataverse.anomalyScore}", settings.Dataverse.AnomalyScore), ("{setting:dataverse.creditScore}", settings.Dataverse.CreditScore)])
            FillTarget(document["rules"]!.AsArray(), name, column);
        SettingValues.Fill(document, settings.Items.All().ToDictionary(item => $"{{setting:{item.Setting}}}", item => (JsonNode?)item.Item, StringComparer.Ordinal));
        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    // Here the setting is what the rule writes to.
    private static void FillTarget(JsonArray rules, string name, string? column)
    {
        foreach (var rule in rules.OfType<JsonObject>().Where(rule => (string?)rule["to"] == $"header.{name}").ToList())
        {
            if (column is null) rules.Remove(rule);
            else rule["to"] = $"header.{column}";
        }
    }
}
