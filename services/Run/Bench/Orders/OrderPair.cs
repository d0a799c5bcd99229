using System.Text.Json.Nodes;

namespace Integration.Run.Bench.Orders;

/// <summary>
/// The pair that orders are measured with: the sandbox's, with the product's own sweep interval instead of the demo's every second, and with more
/// than four calls at once, as an installation of that load would have.
/// </summary>
internal static class OrderPair
{
    /// <summary>Edits the pair file of either pair.</summary>
    public static void Edit(JsonObject pair)
    {
        pair["sweeps"] = new JsonObject { ["every"] = "PT15S", ["overlap"] = "PT1M" };
        pair["storefront"]!["concurrentCalls"] = 16;
        if ((string)pair["erp"]!["kind"]! == "dynamics") AddMoney(pair);
        SetErpSessions(pair, 8);
    }

    // The other ERP's orders carry their payments; here a lane books them.
    private static void AddMoney(JsonObject pair)
    {
        pair["lanes"] = new JsonObject { ["payments"] = true };
        pair["erp"]!["settings"]!["payments"] = new JsonObject { ["journal"] = "WebPay" };
        pair["lookups"]!["payment-methods"] = new JsonObject { ["Stripe"] = "ONLINE" };
    }

    /// <summary>
    /// So many sessions of the ERP, one call in each at a time; half as many orders more are under way, so that one stands ready when a session becomes free.
    /// </summary>
    public static void SetErpSessions(JsonObject pair, int sessions)
    {
        pair["erp"]!["concurrentCalls"] = sessions * 3 / 2;
        if ((string)pair["erp"]!["kind"]! == "acumatica") pair["erp"]!["settings"]!["seats"] = sessions;
    }
}
