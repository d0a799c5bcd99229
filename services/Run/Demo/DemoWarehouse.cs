using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Run.Demo;

/// <summary>The sandbox ERP's own state, and its warehouse, which ships what is open.</summary>
internal sealed class DemoWarehouse(DemoSandbox sandbox, SandboxErp erp)
{
    /// <summary>Reference → the ERP's sales orders with it, cancelled ones left out.</summary>
    public Task<ILookup<string, JsonObject>> OrdersAsync(CancellationToken ct) => OrdersAsync(cancelled: false, ct);

    /// <summary>Reference → the ERP's cancelled sales orders with it.</summary>
    public Task<ILookup<string, JsonObject>> CancelledAsync(CancellationToken ct) => OrdersAsync(cancelled: true, ct);

    private async Task<ILookup<string, JsonObject>> OrdersAsync(bool cancelled, CancellationToken ct)
    {
        var state = await sandbox.StateAsync(ct);
        return state["orders"]!.AsArray().Select(order => order!.AsObject())
            .Where(order => DemoErpOrder.IsSale(order) && DemoErpOrder.IsCancelled(order) == cancelled)
            .ToLookup(order => order["externalRef"]?.ToString() ?? "");
    }

    /// <summary>Ships an order whole, or in two parcels.</summary>
    public async Task ShipAsync(JsonObject order, bool twoParcels, CancellationToken ct)
    {
        // A parcel without lines takes all that is open: which lines are goods, the ERP knows.
        var parcels = new JsonArray(new JsonObject { ["carrier"] = "GROUND" });
        var lines = order["lines"]!.AsArray();
        if (twoParcels && lines.Count > 1)
        {
            var first = new JsonObject { ["inventoryId"] = lines[0]!["inventoryID"]!.DeepClone(), ["qty"] = lines[0]!["qty"]!.DeepClone() };
            parcels.Insert(0, new JsonObject { ["lines"] = new JsonArray(first), ["carrier"] = "GROUND" });
        }

        var shipping = DemoErpOrder.Reference(order);
        shipping["parcels"] = parcels;
        await sandbox.PostAsync("_sandbox/ship", shipping, ct);
        if (erp.Issue(order) is { } issue) await sandbox.PostAsync("_sandbox/stock/adjust", issue, ct);
    }
}
