using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Moves stock in the ERP and looks whether the shop's levels are right.</summary>
internal static class DayStock
{
    private static readonly (string Sku, decimal Quantity)[] Moves = [("HUB-7P", -40), ("LAMP-ZÜRICH", 25), ("BAG-15", -7), ("NOTE-A5", 300)];

    public static async Task MoveAsync(DemoSandbox erp, CancellationToken ct) => await erp.PostAsync("_sandbox/stock/adjust", new JsonObject
    {
        ["lines"] = new JsonArray([.. Moves.Select(move => new JsonObject { ["inventoryId"] = move.Sku, ["qty"] = move.Quantity })]),
    }, ct);

    /// <summary>One piece that comes in without a trace. When the shop shows it, all stock has just been read, and it takes a while until it is read again.</summary>
    public static async Task ReceiveSilentlyAsync(DemoSandbox erp, CancellationToken ct) => await erp.PostAsync("_sandbox/stock/adjust", new JsonObject
    {
        ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "PEN-10", ["qty"] = 1 }), ["silent"] = true,
    }, ct);

    /// <summary>Units that the ERP cannot deliver because more were sold than it had.</summary>
    public static decimal Oversold(DayView view) => view.Available.Values.Where(available => available < 0).Sum(available => -available);

    /// <summary>Items whose level in the shop is not what the ERP can sell less what the shop's orders that are not in the ERP hold.</summary>
    public static IReadOnlyList<string> Wrong(DayView view) =>
    [
        .. view.Available.Keys.Where(sku => InShop(view, sku) is { } level && level != Expected(view, sku))
            .Select(sku => $"{sku}: {InShop(view, sku)} in the shop, {Expected(view, sku)} can be sold"),
    ];

    private static decimal Expected(DayView view, string sku) => Math.Max(0, view.Available[sku] - Reserved(view, sku));

    private static decimal? InShop(DayView view, string sku) => view.ShopState["stock"]![sku]?.GetValue<decimal>();

    private static decimal Reserved(DayView view, string sku) => DayView.Rows(view.ShopState, "orders")
        .Where(order => DayView.Text(order, "paymentStatus") is not ("C" or "D") && !view.InErp($"{DayRun.Code}-{DayView.Text(order, "orderNumber")}").Any())
        .Sum(order => DemoLines.Of(order["lines"]!, "sku", "quantity").GetValueOrDefault(sku));
}
