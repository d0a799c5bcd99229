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
        SetErpSessions(pair, 8);
    }

    /// <summary>
    /// So many sessions of the ERP, one call in each at a time; half as many orders more are under way, so that one stands ready when a session becomes free.
    /// </summary>
    public static void SetErpSessions(JsonObject pair, int sessions)
    {
        pair["erp"]!["concurrentCalls"] = sessions * 3 / 2;
        pair["erp"]!["settings"]!["seats"] = sessions;
    }
}
