using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Publishing;
using Integration.Dynamics.Finance.Stock;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>The shipped mapping document from the canonical order, with the connection's settings written in.</summary>
internal static class OrderMapping
{
    /// <summary>Lookup: shop's shipping method title → mode of delivery.</summary>
    public const string DeliveryModes = "delivery-modes";

    private const string Resource = "Integration.Dynamics.Finance.SalesOrders.orders.toErp.json";

    /// <summary>The document as JSON text.</summary>
    public static string Render(DynamicsSettings settings)
    {
        using var stream = typeof(OrderMapping).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        var document = JsonNode.Parse(stream)!.AsObject();
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
        SettingValues.Fill(document, values);
        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
