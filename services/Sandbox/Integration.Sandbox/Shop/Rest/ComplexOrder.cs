using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>An order (or cart) in the complex schema, binary-float artefacts included.</summary>
internal sealed class ComplexOrder(ShopUnit shop)
{
    public JsonObject View(JsonObject order)
    {
        var rows = shop.Rows;
        if (rows.Linked(order, "profile", "profile") is not { } own)
        {
            throw new PhpFatalErrorException("Call to a member function on null: the order has no profile.");
        }

        var id = order.Text("order_id");
        var surcharges = rows.Owned("order-surcharge", id);
        var transactions = rows.Owned("payment-transaction", id);
        var addresses = rows.Owned("address", own.Text("profile_id"));
        var billing = addresses.FirstOrDefault(address => address.Flag("is_billing"));
        var shipping = addresses.FirstOrDefault(address => address.Flag("is_shipping"));
        var shipped = !order.Flag("@unshippable");
        var shippingCost = Sum(surcharges, "shipping");
        var paymentMethod = order.Text("payment_method_name");
        return new JsonObject
        {
            ["orderId"] = order.Long("order_id"),
            ["orderNumber"] = order["orderNumber"]?.DeepClone(),
            ["subtotal"] = RowValues.Float((double)order.Amount("total") - (double)shippingCost),
            ["total"] = RowValues.Number(order.Amount("total")),
            ["shippingCost"] = RowValues.Number(shippingCost),
            ["paymentFee"] = 0,
            ["taxAmount"] = RowValues.Number(decimal.Round(Sum(surcharges, "tax"), 2, MidpointRounding.AwayFromZero)),
            ["discountValue"] = RowValues.Float(surcharges.Where(surcharge => surcharge.Text("type") == "discount")
                .Sum(surcharge => (double)surcharge.Amount("value"))),
            ["otherSurcharges"] = new JsonArray(),
            ["currency"] = rows.Linked(order, "currency", "currency")?.Text("code"),
            ["items"] = new JsonArray([.. rows.Owned("orderitem", id).Select(Item)]),
            ["orderDate"] = RowValues.Iso(order.Long("date")),
            ["updateDate"] = RowValues.Iso(order.Long("lastRenewDate")),
            ["trackingNumber"] = rows.Owned("ordertrackingnumber", id).FirstOrDefault()?.Text("value") ?? "",
            ["customerNotes"] = order.Text("notes"),
            ["adminNotes"] = order.Text("adminNotes"),
            ["coupon"] = "",
            ["customerInfo"] = Customer(rows.Linked(order, "orig_profile", "profile") ?? own, billing),
            ["billingInfo"] = billing is null ? null : ComplexAddress.View(rows, billing),
            ["shippingInfo"] = shipping is null || !shipped ? null : ComplexAddress.View(rows, shipping),
            ["paymentMethod"] = paymentMethod.Length > 0 ? paymentMethod : transactions.LastOrDefault()?.Text("method_local_name") ?? "",
            ["paymentStatus"] = rows.Linked(order, "paymentStatus", "order-status-payment")?.Text("code") ?? "",
            ["shippingMethod"] = shipped ? order.Text("shipping_method_name") : null,
            ["shippingStatus"] = rows.Linked(order, "shippingStatus", "order-status-shipping")?.Text("code") ?? "",
            ["transactions"] = new JsonArray([.. transactions.Select(Transaction)]),
            ["details"] = new JsonArray([.. order.Rows("details").Select(detail => new JsonObject
            {
                ["code"] = detail!["name"]?.DeepClone(),
                ["label"] = detail["label"]?.DeepClone(),
                ["value"] = detail["value"]?.DeepClone(),
            })]),
        };
    }

    private static decimal Sum(IEnumerable<JsonObject> surcharges, string type) =>
        surcharges.Where(surcharge => surcharge.Text("type") == type).Sum(surcharge => surcharge.Amount("value"));

    private static JsonObject Customer(JsonObject profile, JsonObject? billing) => new()
    {
        ["profileId"] = profile.Long("profile_id"),
        ["isAnonymous"] = profile.Flag("anonymous"),
        ["login"] = profile.Text("login"),
        ["email"] = profile.Text("login"),
        ["password"] = profile.Text("password"),
        ["status"] = profile.Text("status"),
        ["isAdmin"] = profile.Long("access_level") >= 100,
        ["addedDate"] = RowValues.Iso(profile.Long("added")),
        ["membership"] = "",
        ["firstname"] = ComplexAddress.Field(billing, "firstname"),
        ["lastname"] = ComplexAddress.Field(billing, "lastname"),
    };

    private JsonObject Item(JsonObject item)
    {
        var product = shop.Rows.Linked(item, "object", "product");
        var options = new JsonObject(item.Rows("attributeValues").Select(option => KeyValuePair.Create(
            option!.AsObject().Text("name"), (JsonNode?)option.AsObject().Text("value"))));
        return new JsonObject
        {
            ["sku"] = item.Text("sku"),
            ["productId"] = product?["product_id"]?.DeepClone(),
            ["name"] = item.Text("name"),
            ["description"] = ComplexProduct.Translated(product, "description"),
            ["shortDescription"] = ComplexProduct.Translated(product, "briefDescription"),
            // PHP cannot tell an empty map from an empty list.
            ["attributes"] = options.Count == 0 ? new JsonArray() : options,
            ["price"] = RowValues.Number(item.Amount("price")),
            ["weight"] = RowValues.Number(product?.Amount("weight") ?? 0),
            ["quantity"] = item.Long("amount"),
            ["subtotal"] = RowValues.Number(item.Amount("subtotal")),
            ["total"] = RowValues.Number(item.Amount("total")),
            ["releaseDate"] = product is null ? null : RowValues.Iso(product.Long("arrivalDate")),
            ["URL"] = product is null ? null : ComplexProduct.Url(shop, product.Text("product_id")),
            ["enabled"] = product?.Flag("enabled") ?? true,
            ["freeShipping"] = product?.Flag("free_shipping") ?? false,
        };
    }

    private static JsonObject Transaction(JsonObject transaction) => new()
    {
        ["id"] = transaction.Text("public_id"),
        ["type"] = transaction.Text("type"),
        ["value"] = RowValues.Number(transaction.Amount("value")),
        ["status"] = transaction.Text("status"),
        ["human_status"] = transaction.Text("status") switch
        {
            "I" => "Initialized",
            "P" => "In progress",
            "S" => "Completed",
            "W" => "Pending",
            "F" => "Failed",
            "C" => "Canceled",
            "V" => "Voided",
            var other => other,
        },
        ["method"] = transaction.Text("method_name"),
        ["note"] = transaction.Text("note"),
    };
}
