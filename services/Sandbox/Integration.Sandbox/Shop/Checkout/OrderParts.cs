using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>Writes the rows that belong to an order: items, surcharges, transactions.</summary>
internal sealed class OrderParts(ShopUnit shop, JsonObject order)
{
    public void AddItem(CartItem item, decimal subtotal, decimal discounted)
    {
        var sku = item.Variant?.Text("sku") is { Length: > 0 } own ? own : item.Product.Text("sku");
        shop.Rows.Insert("orderitem", new JsonObject
        {
            ["order"] = order["order_id"]?.DeepClone(),
            ["object"] = item.Product["product_id"]?.DeepClone(),
            ["variant"] = item.Variant?["id"]?.DeepClone(),
            ["name"] = item.Product.Rows("translations").FirstOrDefault()?.AsObject().Text("name") ?? sku,
            ["sku"] = sku,
            ["price"] = RowValues.Number(item.Price),
            ["itemNetPrice"] = RowValues.Number(item.NetPrice),
            ["amount"] = item.Line.Quantity,
            ["subtotal"] = RowValues.Number(subtotal),
            ["total"] = RowValues.Number(subtotal),
            ["discountedSubtotal"] = RowValues.Number(discounted),
            ["attributeValues"] = new JsonArray([.. item.Options.Select(option => new JsonObject
            {
                ["id"] = shop.Rows.Unit.Next("attributeValue"),
                ["name"] = option.Key,
                ["value"] = option.Value,
                ["attributeId"] = 100 + option.Key.Length,
            })]),
        });
    }

    public void AddSurcharge(Surcharge surcharge)
    {
        var (type, name, weight) = surcharge.Code switch
        {
            "SHIPPING" => (@"XLite\Logic\Order\Modifier\Shipping", "Shipping cost", 0),
            "DISCOUNT" => (@"XLite\Module\CDev\VolumeDiscounts\Logic\Order\Modifier\Discount", "Discount", 0),
            "DCOUPON" => (@"XLite\Module\CDev\Coupons\Logic\Order\Modifier\Discount", "Coupon discount", 0),
            _ => (@"XLite\Module\CDev\SalesTax\Logic\Order\Modifier\Tax", "Sales tax", 1),
        };
        shop.Rows.Insert("order-surcharge", new JsonObject
        {
            ["owner"] = order["order_id"]?.DeepClone(),
            ["type"] = surcharge.Type,
            ["code"] = surcharge.Code,
            ["class"] = type,
            ["value"] = RowValues.Number(surcharge.Value),
            ["name"] = name,
            ["weight"] = weight,
        });
    }

    public void AddTransaction(JsonObject method, PaymentOutcome outcome, decimal value, string? poNumber)
    {
        var id = order.Long("order_id");
        var publicId = string.Create(CultureInfo.InvariantCulture, $"{id:d6}-{PublicSuffix(shop.Rows.Unit.Next("publicTransaction"))}");
        var online = method.Text("type") == "C";
        var (status, type) = outcome switch
        {
            PaymentOutcome.Authorized => ("S", "auth"),
            PaymentOutcome.Paid or PaymentOutcome.ApprovedAway => ("S", "sale"),
            PaymentOutcome.Declined => ("F", "sale"),
            PaymentOutcome.Away => ("P", "sale"),
            PaymentOutcome.Abandoned => ("I", "sale"),
            _ => ("W", "sale"),
        };
        var transaction = shop.Rows.Insert("payment-transaction", new JsonObject
        {
            ["order"] = id,
            ["payment_method"] = method["method_id"]?.DeepClone(),
            ["currency"] = order["currency"]?.DeepClone(),
            ["date"] = shop.Now,
            ["publicTxnId"] = publicId,
            ["public_id"] = online ? $"xcart{publicId}" : publicId,
            ["method_name"] = method.Text("service_name"),
            ["method_local_name"] = method.Text("@title"),
            ["status"] = status,
            ["type"] = type,
            ["value"] = RowValues.Number(value),
            ["note"] = outcome == PaymentOutcome.Declined ? "Your card was declined." : "",
            ["data"] = Data(poNumber),
        });
        if (online && outcome is PaymentOutcome.Paid or PaymentOutcome.Authorized or PaymentOutcome.Declined)
        {
            AddBackend(transaction, type, value, outcome == PaymentOutcome.Declined ? "F" : "S");
        }

        OrderHistory.Add(shop, order, "TRANSACTION", string.Create(
            CultureInfo.InvariantCulture, $"Payment transaction [method: {method.Text("@title")}, type: {type}, amount: {value}, status: {status}]"));
    }

    public void AddBackend(JsonObject transaction, string type, decimal value, string status = "S") =>
        shop.Rows.Insert("payment-backendtransaction", new JsonObject
        {
            ["payment_transaction"] = transaction["transaction_id"]?.DeepClone(),
            ["date"] = shop.Now,
            ["status"] = status,
            ["type"] = type,
            ["value"] = RowValues.Number(value),
        });

    private JsonArray Data(string? poNumber) => poNumber is null ? [] : new JsonArray(new JsonObject
    {
        ["data_id"] = shop.Rows.Unit.Next("transactionData"),
        ["name"] = "po_number",
        ["label"] = "Purchase order number",
        ["access_level"] = "C",
        ["value"] = poNumber,
    });

    private static string PublicSuffix(long number)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        var text = new char[4];
        // A fixed scramble of a counter: looks like the real ids, never repeats soon, needs no dice.
        for (var (i, rest) = (3, number * 7919 % 1679616); i >= 0; i--, rest /= 36)
        {
            text[i] = letters[(int)(rest % 36)];
        }

        return new string(text);
    }
}
