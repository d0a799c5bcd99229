using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Stock;

/// <summary>The ERP's warehouse: it ships orders whose number in the shop is odd. The others may be cancelled; goods that have left are not given back.</summary>
internal static class Warehouse
{
    private const string OfShop = $"{SandboxPairFile.StorefrontCode}-";

    /// <summary>Ships at most so many of the open orders, and tells how many it shipped.</summary>
    public static async Task<int> ShipOddAsync(StandIn erp, int most, CancellationToken ct)
    {
        var open = (await erp.StateAsync(ct))["orders"]!.AsArray().Where(order => order!["status"]!.ToString() == "Open" && IsOdd(order["externalRef"]!.ToString())).Take(most).ToList();
        foreach (var order in open) await erp.PostAsync("ship", new JsonObject { ["orderNbr"] = order!["orderNbr"]!.ToString() }, ct);
        return open.Count;
    }

    // The ERP has orders of others, too.
    private static bool IsOdd(string reference) =>
        reference.StartsWith(OfShop, StringComparison.Ordinal) && int.Parse(reference[OfShop.Length..], CultureInfo.InvariantCulture) % 2 == 1;
}
