using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Changes products on both sides and counts what arrived on the other.</summary>
internal static class DayProducts
{
    private const string PricedInErp = "MOUSE-01";
    private const string NamedInShop = "CAM-4K";

    public static async Task ChangeAsync(DayLanes lanes, DemoSandbox shop, DemoSandbox erp, DayView view, CancellationToken ct)
    {
        await erp.PostAsync("_sandbox/item", new JsonObject { ["inventoryId"] = PricedInErp, ["price"] = Price(view) }, ct);
        await erp.PostAsync("_sandbox/item", new JsonObject { ["inventoryId"] = Made(view), ["description"] = "Desk mat", ["price"] = 29.5m, ["export"] = true }, ct);
        if (lanes.ProductsToErp) await shop.PostAsync($"_sandbox/products/{NamedInShop}", new JsonObject { ["name"] = Name(view) }, ct);
    }

    public static ProductFigures Count(DayLanes lanes, DayView view, IReadOnlyList<string> before)
    {
        var now = DayView.Rows(view.ShopState, "products").ToDictionary(product => DayView.Text(product, "sku"));
        var priced = now.TryGetValue(PricedInErp, out var mouse) && DayView.Number(mouse, "price") == Price(view);
        return new ProductFigures
        {
            ToStore = (priced ? 1 : 0) + now.Keys.Except(before).Count(),
            ToErp = !lanes.ProductsToErp ? null : view.Items.Count(item =>
                DayView.Text(item, "inventoryID") == NamedInShop && DayView.Text(item, "description") == Name(view)),
        };
    }

    /// <summary>What the lane still owes; empty when all arrived.</summary>
    public static IReadOnlyList<string> Open(DayView view, ProductFigures figures) =>
    [
        .. figures.ToErp < 1 ? [$"the new name of {NamedInShop} is not in the ERP"] : Array.Empty<string>(),
        .. figures.ToStore < 1 ? [$"the price of {PricedInErp} is not in the shop"] : Array.Empty<string>(),
        .. view.Items.Any(item => DayView.Text(item, "inventoryID") == Made(view)) && DayView.Rows(view.ShopState, "products").All(product => DayView.Text(product, "sku") != Made(view))
            ? [$"{Made(view)} is not in the shop"] : Array.Empty<string>(),
    ];

    // Each run changes to values of its own, so that an earlier run's are not taken for it.
    private static decimal Price(DayView view) => 20 + (Seconds(view) % 500 / 100m);

    private static string Made(DayView view) => $"MAT-{view.Progress.Run[^6..]}";

    private static string Name(DayView view) => $"4K Webcam {view.Progress.Run[^6..]}";

    private static long Seconds(DayView view) => long.Parse(view.Progress.Run[1..], System.Globalization.CultureInfo.InvariantCulture);
}
