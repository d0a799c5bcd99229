using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>
/// What the add-on says of a transaction: one hint for each order, customer and product that it changed, the most telling
/// one. An order's own copy of a profile and its payments belong to the order.
/// </summary>
internal static class HintRules
{
    private const string Variants = "xc-productvariants-productvariant";
    private const string Transactions = "payment-transaction";

    // Columns that change without anything that an ERP reads.
    private static readonly HashSet<string> SilentOfProduct = ["sales", "entityVersion", "updateDate", "xcPendingExport", "needProcess", "quickData"];
    private static readonly HashSet<string> SilentOfProfile =
    [
        "first_login", "last_login", "last_shipping_id", "last_payment_id", "searchFakeField", "password", "passwordResetKey",
        "passwordResetKeyDate", "countOfLoginAttempts", "dateOfLoginAttempt", "forceChangePassword", "xcPendingExport",
    ];

    public static IReadOnlySet<string> Watched { get; } = new HashSet<string>
    {
        "order", "ordertrackingnumber", Transactions, "payment-backendtransaction", "product", Variants, "profile", "address",
    };

    public static IEnumerable<(string Type, string Entity, string Id)> Of(ShopUnit shop, ChangeWatch watch) => watch.Touched
        .Select(touched => (touched.Entity, touched.Id, touched.Before, After: shop.Rows.Find(touched.Entity, touched.Id)))
        .Where(change => Differ(change.Entity, change.Before, change.After))
        .Select(change => Hint(shop, change.Entity, change.Id, change.Before, change.After))
        .OfType<(string Type, string Entity, string Id)>()
        .GroupBy(hint => (hint.Entity, hint.Id))
        .Select(hints => hints.MinBy(hint => hint.Type.EndsWith(".changed", StringComparison.Ordinal)));

    private static bool Differ(string entity, JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null)
        {
            return before != after;
        }

        var silent = entity switch { "product" => SilentOfProduct, "profile" => SilentOfProfile, _ => [] };
        return before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key))
            .Any(name => !silent.Contains(name) && !JsonNode.DeepEquals(before[name], after[name]));
    }

    private static (string Type, string Entity, string Id)? Hint(ShopUnit shop, string entity, string id, JsonObject? before, JsonObject? after)
    {
        var row = (after ?? before)!;
        return entity switch
        {
            "order" => OrderType(shop, before, after) is { } type ? (type, "order", id) : null,
            "ordertrackingnumber" or Transactions => Order(shop, row),
            "payment-backendtransaction" => shop.Rows.Linked(row, "payment_transaction", Transactions) is { } transaction ? Order(shop, transaction) : null,
            "product" => ("product.changed", "product", id),
            Variants => ("product.changed", "product", row.Text("product")),
            "profile" => Profile(shop, row, before is null ? "customer.registered" : "customer.changed"),
            _ => shop.Rows.Linked(row, "profile", "profile") is { } profile ? Profile(shop, profile, "customer.changed") : null,
        };
    }

    private static (string Type, string Entity, string Id)? Order(ShopUnit shop, JsonObject part) =>
        shop.Rows.Linked(part, "order", "order") is { } order && Placed(order) ? ("order.changed", "order", order.Text("order_id")) : null;

    private static (string Type, string Entity, string Id)? Profile(ShopUnit shop, JsonObject profile, string type)
    {
        if (profile["order"] is not null)
        {
            return Order(shop, profile);
        }

        return profile.Flag("anonymous") || profile.Long("access_level") > 0 ? null : (type, "customer", profile.Text("profile_id"));
    }

    private static string? OrderType(ShopUnit shop, JsonObject? before, JsonObject? after)
    {
        var wasPlaced = before is not null && Placed(before);
        if (after is null)
        {
            return wasPlaced ? "order.changed" : null;
        }

        if (!wasPlaced)
        {
            return Placed(after) ? "order.placed" : null;
        }

        var payment = OrderStatus.PaymentCode(shop, after);
        return (payment != OrderStatus.PaymentCode(shop, before!), payment) switch
        {
            (true, "P") => "order.paid",
            (true, "C") => "order.cancelled",
            _ => "order.changed",
        };
    }

    // The add-on speaks when the whole "place order" request is done; until the stock step the order is half-made.
    private static bool Placed(JsonObject order) => order["orderNumber"] is not null && order.Text("stockStatus").Length > 0;
}
