using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>A payment transaction with what went on at the provider.</summary>
internal sealed class TransactionView(ShopUnit shop)
{
    public JsonObject Of(JsonObject transaction) => new()
    {
        ["id"] = transaction.Long("transaction_id"),
        ["public_id"] = transaction.Text("public_id"),
        ["public_txn_id"] = transaction.Text("publicTxnId"),
        ["method_id"] = transaction.IdOrNull("payment_method"),
        ["type"] = transaction.Text("type"),
        ["date"] = transaction.Date("date"),
        ["status"] = transaction.Text("status"),
        ["name"] = transaction.Text("method_name"),
        ["local_name"] = transaction.Text("method_local_name"),
        ["currency"] = shop.Rows.Linked(transaction, "currency", "currency")?.Text("code") ?? "",
        ["value"] = transaction.Float("value"),
        ["note"] = transaction.Text("note"),
        ["data"] = transaction.Rows("data").Select(row => row!.AsObject()).Views(Data),
        ["backend_transactions"] = shop.Rows.Owned("payment-backendtransaction", transaction.Text("transaction_id")).Views(Backend),
    };

    private static JsonObject Data(JsonObject data) => new()
    {
        ["id"] = data.Long("data_id"),
        ["name"] = data.Text("name"),
        ["label"] = data.Text("label"),
        ["value"] = data.Text("value"),
        ["access_level"] = data.Text("access_level"),
    };

    private static JsonObject Backend(JsonObject backend) => new()
    {
        ["id"] = backend.Long("id"),
        ["type"] = backend.Text("type"),
        ["date"] = backend.Date("date"),
        ["status"] = backend.Text("status"),
        ["value"] = backend.Float("value"),
        ["data"] = new JsonArray(),
    };
}
