using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The sandbox ERP's own state, and its warehouse, which ships what is open.</summary>
internal sealed class DemoWarehouse(DemoSandbox sandbox)
{
    /// <summary>Reference → the ERP's sales orders with it, cancelled ones left out.</summary>
    public Task<ILookup<string, JsonObject>> OrdersAsync(CancellationToken ct) => OrdersAsync(cancelled: false, ct);

    /// <summary>Reference → the ERP's cancelled sales orders with it.</summary>
    public Task<ILookup<string, JsonObject>> CancelledAsync(CancellationToken ct) => OrdersAsync(cancelled: true, ct);

    private async Task<ILookup<string, JsonObject>> OrdersAsync(bool cancelled, CancellationToken ct)
    {
        var state = await sandbox.StateAsync(ct);
        return state["orders"]!.AsArray().Select(order => order!.AsObject())
            .Where(order => Text(order, "orderType") is "SO" or "WO" && Text(order, "status") == "Canceled" == cancelled)
            .ToLookup(order => Text(order, "externalRef"));
    }

    /// <summary>Ships an order whole, or in two parcels.</summary>
    public async Task ShipAsync(JsonObject order, bool twoParcels, CancellationToken ct)
    {
        var lines = order["lines"]!.AsArray().Select(line => line!.AsObject())
            .Select(line => new JsonObject { ["inventoryId"] = Text(line, "inventoryID"), ["qty"] = line["qty"]!.DeepClone() }).ToList();
        IEnumerable<List<JsonObject>> parcels = twoParcels && lines.Count > 1 ? [[lines[0]], lines[1..]] : [lines];
        await sandbox.PostAsync("_sandbox/ship", new JsonObject
        {
            ["orderNbr"] = Text(order, "orderNbr"),
            ["parcels"] = new JsonArray([.. parcels.Select(parcel => new JsonObject
            {
                ["lines"] = new JsonArray([.. parcel]),
                ["carrier"] = "GROUND",
            })]),
        }, ct);
    }

    /// <summary>True when the warehouse can still ship it.</summary>
    public static bool IsOpen(JsonObject order) => Text(order, "status") is "Open";

    private static string Text(JsonObject order, string name) => order[name]?.ToString() ?? "";
}
