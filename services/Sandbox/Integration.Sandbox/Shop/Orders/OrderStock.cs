using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Orders;

/// <summary>Moves the shop's stock for an order. A variant with its own amount is counted there, else the product is.</summary>
internal static class OrderStock
{
    private const string Variants = "xc-productvariants-productvariant";

    /// <summary>Gives the order's stock back or takes it out again, when its status asks for the other state.</summary>
    public static void Follow(ShopUnit shop, JsonObject order, bool giveBack, string? author)
    {
        var status = order.Text("stockStatus");
        if (giveBack && status != "increased")
        {
            Move(shop, order, shop.Races.TakeDuplicateRestock() ? 7 : 1, author);
            order["stockStatus"] = "increased";
        }
        else if (!giveBack && status == "increased")
        {
            Move(shop, order, -1, author);
            order["stockStatus"] = "reduced";
        }
    }

    /// <summary>Adds every line's quantity times <paramref name="times"/> to the stock, with the history that belongs to it.</summary>
    public static void Move(ShopUnit shop, JsonObject order, int times, string? author)
    {
        var items = shop.Rows.Owned("orderitem", order.Text("order_id"));
        JsonObject? single = null;
        foreach (var item in items)
        {
            single = MoveItem(shop, order, item, times * item.Long("amount"));
        }

        if (items.Count == 1 && single is not null)
        {
            OrderHistory.Add(shop, order, "CHANGE PRODUCT AMOUNT", "[Inventory] Qty in stock changed", single, author);
        }
        else if (items.Count > 1)
        {
            OrderHistory.Add(shop, order, "CHANGE PRODUCT AMOUNT GROUPED", "[Inventory] Inventory changed", null, author);
        }
    }

    /// <summary>Changes one line's stock and returns the history's data, or null when nothing is counted for it.</summary>
    public static JsonObject? MoveItem(ShopUnit shop, JsonObject order, JsonObject item, long change)
    {
        if (shop.Rows.Linked(item, "object", "product") is not { } product || !product.Flag("inventoryEnabled"))
        {
            return null;
        }

        var variant = shop.Rows.Linked(item, "variant", Variants);
        var counted = variant is null || variant.Flag("defaultAmount") ? product : variant;
        var before = shop.Stale?.Take(counted) ?? counted.Long("amount");
        var after = Math.Max(0, before + change);
        counted["amount"] = after;
        product["updateDate"] = shop.Now;
        shop.Rows.Save("product", product);
        if (counted == variant)
        {
            shop.Rows.Save(Variants, variant);
        }

        return new JsonObject
        {
            ["orderId"] = order["order_id"]?.DeepClone(),
            ["newInStock"] = after,
            ["oldInStock"] = before,
            ["product"] = item.Text("name"),
            ["qty"] = Math.Abs(change),
        };
    }

    /// <summary>Moves the products' sales counters when an order becomes paid or stops being paid.</summary>
    public static void CountSales(ShopUnit shop, JsonObject order, bool paidBefore, bool paidNow)
    {
        if (paidBefore == paidNow)
        {
            return;
        }

        foreach (var item in shop.Rows.Owned("orderitem", order.Text("order_id")))
        {
            if (shop.Rows.Linked(item, "object", "product") is { } product)
            {
                product["sales"] = Math.Max(0, product.Long("sales") + ((paidNow ? 1 : -1) * item.Long("amount")));
                product["updateDate"] = shop.Now;
                shop.Rows.Save("product", product);
            }
        }
    }
}
