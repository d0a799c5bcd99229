using System.Text.Json.Nodes;
using Integration.Run.Stack;

namespace Integration.Run.Demo.Day;

/// <summary>Falsifies the ERP's books behind everyone's back: two orders lost, one amount changed, one stock figure moved without a trace.</summary>
internal static class DayLosses
{
    /// <summary>How many differences it makes.</summary>
    public const int Made = 4;

    /// <summary>How many of them can be mended without a person.</summary>
    public const int Mendable = 3;

    private const int Lost = 2;
    private const string Tamper = "_sandbox/tamper";
    private const decimal DriftedBy = 13.37m;
    private const string StaleSku = "MUG-01";

    public static async Task<DayProgress> MakeAsync(SandboxErp kind, StackState stack, DemoSandbox erp, DayView view, DayProgress day, CancellationToken ct)
    {
        var victims = view.Of(DemoKind.Good).Where(order => view.InErp(order.Reference).Any()).TakeLast(Lost + 1).ToList();
        foreach (var (address, wish) in victims.Take(Lost).SelectMany(order => kind.Loss(stack, Sold(order)))) await erp.PostAsync(new Uri(address, Tamper).ToString(), wish, ct);
        await erp.PostAsync(Tamper, kind.Drift(Sold(victims[Lost]), DriftedBy), ct);
        await erp.PostAsync("_sandbox/stock/adjust", new JsonObject
        {
            ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = StaleSku, ["qty"] = -11 }), ["silent"] = true,
        }, ct);
        return day with { Lost = [.. victims.Take(Lost).Select(order => order.Reference)], Drifted = victims[Lost].Reference, Stale = StaleSku };

        JsonObject Sold(DemoOrder order) => view.InErp(order.Reference).First();
    }
}
