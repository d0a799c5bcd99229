using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;
using Integration.Dynamics.Finance.Stock;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>The shipped mapping document from the canonical order, with the connection's settings written in.</summary>
internal static class OrderMapping
{
    /// <summary>Lookup: shop's shipping method title → mode of delivery.</summary>
    public const string DeliveryModes = "delivery-modes";

    /// <summary>The document as JSON text.</summary>
    public static string Render(DynamicsSettings settings)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["{setting:site}"] = settings.Site,
            ["{setting:warehouse}"] = settings.Warehouse,
            ["{setting:unit}"] = settings.Unit,
            ["{setting:salesTaxGroup}"] = settings.SalesTaxGroup,
            ["{setting:itemSalesTaxGroup}"] = settings.ItemSalesTaxGroup,
            ["{setting:anomalyScore}"] = settings.AnomalyScore,
            ["{setting:creditScore}"] = settings.CreditScore,
            ["{setting:reservation}"] = settings.Stock.Reservation switch { null => null, Reservation.Manual => "None", var other => other.ToString() },
        };
        foreach (var (setting, item) in settings.Items.All()) values[$"{{setting:{setting}}}"] = item;
        return ShippedDocument.Text(typeof(OrderMapping), "orders.toErp", values);
    }
}
