using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The sandbox shop's own state, by references.</summary>
internal sealed class DemoShop(DemoSandbox sandbox, string storefrontCode)
{
    /// <summary>Places one order through the checkout.</summary>
    public async Task PlaceAsync(JsonObject checkout, CancellationToken ct) => await sandbox.PostAsync("_sandbox/checkout", checkout, ct);

    /// <summary>Cancels an order as the shop's staff would.</summary>
    public async Task CancelAsync(DemoOrder order, CancellationToken ct) => await ActAsync(order, "cancel", null, ct);

    /// <summary>What staff or the payment provider does to an order: <c>edit</c>, <c>capture</c>, <c>refund</c>, ….</summary>
    public async Task ActAsync(DemoOrder order, string action, JsonObject? details, CancellationToken ct) =>
        await sandbox.PostAsync($"_sandbox/orders/{order.OrderId}/{action}", details, ct);

    /// <summary>The orders of a run, in the order they were placed.</summary>
    public async Task<IReadOnlyList<DemoShopOrder>> OrdersOfAsync(string run, CancellationToken ct)
    {
        var state = await sandbox.StateAsync(ct);
        return [.. state["orders"]!.AsArray()
            .Select(order => order!.AsObject())
            .Where(order => order["orderNumber"] is not null && ((string?)order["email"] ?? "").EndsWith("@" + DemoCheckouts.Domain(run), StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(order => long.Parse(order.Number, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private DemoShopOrder Read(JsonObject order)
    {
        var number = order["orderNumber"]!.ToString();
        return new DemoShopOrder(
            order["orderId"]!.ToString(), number, $"{storefrontCode}-{number}",
            order["paymentStatus"]?.ToString() ?? "", order["shippingStatus"]?.ToString() ?? "",
            order["trackingNumbers"]!.AsArray().Count, order["currency"]!.ToString(), order["total"]!.GetValue<decimal>(),
            DemoLines.Of(order["lines"]!, "sku", "quantity"));
    }
}
