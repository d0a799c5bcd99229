using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Control;

/// <summary>An order's payment transactions at a glance, with what was captured and given back.</summary>
internal static class PaymentState
{
    public static JsonArray Of(ShopUnit shop, string orderId) => new([.. shop.Rows.Owned("payment-transaction", orderId).Select(transaction => Transaction(shop, transaction))]);

    private static JsonObject Transaction(ShopUnit shop, JsonObject transaction)
    {
        var done = shop.Rows.Owned("payment-backendtransaction", transaction.Text("transaction_id")).Where(row => row.Text("status") == "S").ToList();
        decimal Sum(params string[] kinds) => done.Where(row => kinds.Any(kind => row.Text("type").StartsWith(kind, StringComparison.Ordinal))).Sum(row => row.Amount("value"));
        var captured = done.Count == 0 && transaction.Text("status") == "S" ? transaction.Amount("value") : Sum("sale", "capture");
        return new JsonObject
        {
            ["id"] = transaction.Text("public_id"),
            ["method"] = transaction.Text("method_local_name"),
            ["status"] = transaction.Text("status"),
            ["value"] = RowValues.Number(transaction.Amount("value")),
            ["captured"] = RowValues.Number(transaction.Text("status") == "V" ? 0 : captured),
            ["refunded"] = RowValues.Number(Sum("refund")),
            ["operations"] = new JsonArray([.. done.Select(row => new JsonObject { ["id"] = row.Long("id"), ["type"] = row.Text("type"), ["value"] = RowValues.Number(row.Amount("value")) })]),
        };
    }
}
