using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Both sandboxes' own state at one moment of the day.</summary>
internal sealed class DayView(DemoProgress progress, IReadOnlyList<DemoShopOrder> orders, JsonObject shop, JsonObject erp, JsonObject erpStock, JsonObject erpItems)
{
    private readonly Dictionary<string, DemoShopOrder> _shop = orders.ToDictionary(order => order.OrderId);
    private readonly ILookup<string, JsonObject> _erp = Rows(erp, "orders").Where(DemoErpOrder.IsSale).ToLookup(order => Text(order, "externalRef"));

    public DemoProgress Progress => progress;

    public JsonObject ShopState => shop;

    public JsonObject ErpState => erp;

    /// <summary>The run's orders as the shop holds them.</summary>
    public IReadOnlyList<DemoShopOrder> Orders => orders;

    /// <summary>The ERP's items.</summary>
    public IReadOnlyList<JsonObject> Items { get; } = [.. Rows(erpItems, "items")];

    /// <summary>Item → what the ERP can sell of it, over its warehouses of the shop. Where nobody reserves, what its open orders hold is taken off.</summary>
    public IReadOnlyDictionary<string, decimal> Available { get; } = Rows(erpStock, "stock").Where(row => Text(row, "warehouseID") is "MAIN" or "")
        .Where(row => (row["available"] ?? row["onHand"]) is not null)
        .ToDictionary(row => Text(row, "inventoryID"), row => row["available"]?.GetValue<decimal>() ?? (Number(row, "onHand") - Held(erp, Text(row, "inventoryID"))));

    public IEnumerable<DemoOrder> Of(DemoKind kind) => progress.Placed.Where(order => order.Kind == kind);

    public DemoShopOrder? InShop(DemoOrder order) => _shop.GetValueOrDefault(order.OrderId);

    /// <summary>The sales orders of the ERP with this reference, cancelled ones too.</summary>
    public IEnumerable<JsonObject> InErp(string reference) => _erp[reference];

    /// <summary>The goods of an order in the ERP: SKU → pieces. An ERP may carry shipping, tax and discounts as lines of service items.</summary>
    public IReadOnlyDictionary<string, decimal> Goods(JsonObject order)
    {
        var services = Items.Where(item => Text(item, "kind") == "Service").Select(item => Text(item, "inventoryID")).ToHashSet(StringComparer.Ordinal);
        return DemoLines.Of(order["lines"]!, "inventoryID", "qty").Where(line => !services.Contains(line.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The transactions of an order in the shop.</summary>
    public IEnumerable<JsonObject> Payments(string orderId) => Rows(shop, "orders").Where(order => Text(order, "orderId") == orderId).SelectMany(order => Rows(order, "payments"));

    private static decimal Held(JsonObject erp, string item) => Rows(erp, "orders").Where(DemoErpOrder.IsOpen)
        .Sum(order => DemoLines.Of(order["lines"]!, "inventoryID", "qty").GetValueOrDefault(item));

    public static IEnumerable<JsonObject> Rows(JsonNode state, string name) => (state[name] as JsonArray ?? []).Select(row => row!.AsObject());

    public static string Text(JsonObject row, string name) => row[name]?.ToString() ?? "";

    public static decimal Number(JsonObject row, string name) => row[name]?.GetValue<decimal>() ?? 0;
}
