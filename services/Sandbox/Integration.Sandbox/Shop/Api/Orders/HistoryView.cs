using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>An entry of an order's history.</summary>
internal static class HistoryView
{
    public static JsonObject Of(JsonObject entry) => new()
    {
        ["id"] = entry.Long("event_id"),
        ["date"] = entry.Date("date"),
        ["code"] = entry.Text("code"),
        ["description"] = entry.Text("description"),
        // PHP cannot tell an empty map from an empty list.
        ["data"] = entry["data"]?.DeepClone() ?? new JsonArray(),
        ["comment"] = entry.Text("comment"),
        ["profile_id"] = null,
        ["profile_name"] = entry["authorName"]?.DeepClone(),
        ["ip"] = entry.Text("authorIp"),
        ["details"] = new JsonArray(),
    };
}
