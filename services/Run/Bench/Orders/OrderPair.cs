using System.Text.Json.Nodes;

namespace Integration.Run.Bench.Orders;

/// <summary>
/// The pair that orders are measured with: the sandbox's, with the product's own sweep interval instead of the demo's every second, and with more
/// than four calls at once, as an installation of that load would have.
/// </summary>
internal static class OrderPair
{
    public static void Edit(JsonObject pair)
    {
        pair["sweeps"] = new JsonObject { ["every"] = "PT15S", ["overlap"] = "PT1M" };
        pair["storefront"]!["concurrentCalls"] = 16;
        SetErpCalls(pair, 8);
    }

    /// <summary>So many calls to the ERP at once, each in a session of its own.</summary>
    public static void SetErpCalls(JsonObject pair, int calls)
    {
        pair["erp"]!["concurrentCalls"] = calls;
        pair["erp"]!["settings"]!["seats"] = calls;
    }
}
