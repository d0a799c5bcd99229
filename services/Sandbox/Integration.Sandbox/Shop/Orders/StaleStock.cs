using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Orders;

/// <summary>Stock levels as a checkout read them some time before it writes: the real shop's read-modify-write.</summary>
internal sealed class StaleStock
{
    private const string Variants = "xc-productvariants-productvariant";

    private readonly Dictionary<string, long> _amounts = [];

    public static StaleStock Read(ShopUnit shop, IEnumerable<JsonObject> orders)
    {
        var stale = new StaleStock();
        foreach (var item in orders.SelectMany(order => shop.Rows.Owned("orderitem", order.Text("order_id"))))
        {
            foreach (var row in new[] { shop.Rows.Linked(item, "object", "product"), shop.Rows.Linked(item, "variant", Variants) }.OfType<JsonObject>())
            {
                stale._amounts[Key(row)] = row.Long("amount");
            }
        }

        return stale;
    }

    /// <summary>The level that was read, once: what this transaction writes after that it knows.</summary>
    public long? Take(JsonObject counted) => _amounts.Remove(Key(counted), out var amount) ? amount : null;

    private static string Key(JsonObject row) => row.ContainsKey("product_id") ? $"product {row.Text("product_id")}" : $"variant {row.Text("id")}";
}
