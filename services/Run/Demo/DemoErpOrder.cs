using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>
/// A sales order in the state of a sandbox ERP. The stand-ins write their states in the same words; what an order is called on its way, and whether orders
/// have types, is each ERP's own.
/// </summary>
internal static class DemoErpOrder
{
    /// <summary>True for a sale. Returns and credits have types of their own, in an ERP that has types.</summary>
    public static bool IsSale(JsonObject order) => Text(order, "orderType") is "SO" or "WO" or "";

    /// <summary>True when it was cancelled.</summary>
    public static bool IsCancelled(JsonObject order) => Status(order) == "Canceled";

    /// <summary>True when nothing has left yet and the warehouse may ship it.</summary>
    public static bool IsOpen(JsonObject order) => Status(order) is "Open" or "Active" or "Submitted";

    /// <summary>True when everything has left and nothing is billed.</summary>
    public static bool IsDelivered(JsonObject order) => Status(order) is "Completed" or "Delivered" or "Fulfilled";

    /// <summary>Names it in a control call.</summary>
    public static JsonObject Reference(JsonObject order)
    {
        var reference = new JsonObject { ["orderNbr"] = Text(order, "orderNbr") };
        if (order["orderType"] is { } type) reference["orderType"] = type.DeepClone();
        return reference;
    }

    // Sales has a state, and reasons for it.
    private static string Status(JsonObject order) => Text(order, "state") is { Length: > 0 } state ? state : Text(order, "status");

    private static string Text(JsonObject order, string name) => order[name]?.ToString() ?? "";
}
