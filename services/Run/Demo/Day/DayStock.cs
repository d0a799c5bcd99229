using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Moves stock in the ERP and counts what the shop makes of it.</summary>
internal static class DayStock
{
    private static readonly (string Sku, decimal Quantity)[] Moves = [("HUB-7P", -40), ("LAMP-ZÜRICH", 25), ("BAG-15", -7), ("NOTE-A5", 300)];

    public static async Task MoveAsync(DemoSandbox erp, CancellationToken ct) => await erp.PostAsync("_sandbox/stock/adjust", new JsonObject
    {
        ["lines"] = new JsonArray([.. Moves.Select(move => new JsonObject { ["inventoryId"] = move.Sku, ["qty"] = move.Quantity })]),
    }, ct);

    /// <summary>The figures now; <paramref name="before"/> is what the ERP could sell of each item when the day began.</summary>
    public static StockFigures Count(DayView view, IReadOnlyDictionary<string, decimal> before)
    {
        var moved = view.Available.Where(item => before.TryGetValue(item.Key, out var then) && then != item.Value).Select(item => item.Key).ToList();
        return new StockFigures
        {
            Marked = moved.Count,
            Written = moved.Count(sku => InShop(view, sku) is not { } level || level == Expected(view, sku)),
            Oversold = view.Available.Values.Where(available => available < 0).Sum(available => -available),
        };
    }

    /// <summary>Whether the shop's level of the item is what the ERP can sell less what the shop's orders that are not in the ERP hold.</summary>
    public static bool IsRight(DayView view, string sku) => InShop(view, sku) is not { } level || level == Expected(view, sku);

    private static decimal Expected(DayView view, string sku) => Math.Max(0, view.Available[sku] - Reserved(view, sku));

    private static decimal? InShop(DayView view, string sku) => view.ShopState["stock"]![sku]?.GetValue<decimal>();

    private static decimal Reserved(DayView view, string sku) => DayView.Rows(view.ShopState, "orders")
        .Where(order => DayView.Text(order, "paymentStatus") is not ("C" or "D") && !view.InErp($"{DayRun.Code}-{DayView.Text(order, "orderNumber")}").Any())
        .Sum(order => DemoLines.Of(order["lines"]!, "sku", "quantity").GetValueOrDefault(sku));
}
