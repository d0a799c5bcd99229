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
        var values = settings.Items.All().ToDictionary(item => $"{{setting:{item.Setting}}}", item => (JsonNode?)item.Item, StringComparer.Ordinal);
        values["{setting:dataverse.anomalyScore}"] = settings.Dataverse.AnomalyScore;
        values["{setting:dataverse.creditScore}"] = settings.Dataverse.CreditScore;
        return ShippedDocument.Text(typeof(SalesMapping), settings.HasDualWrite ? "orders.dual-write.toErp" : "orders.toErp", values);
    }
}
