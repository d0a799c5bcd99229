using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>
/// Runs checkouts: in one transaction, or in two when a half-made window or a gap between reading and writing the stock
/// is switched on.
/// </summary>
internal sealed class CheckoutFlow(ShopDatabase database, RaceSwitches races, TimeProvider time)
{
    public async Task<IReadOnlyList<CheckoutResult>> PlaceAsync(
        IReadOnlyList<CheckoutRequest> requests, CancellationToken cancellationToken)
    {
        var gap = races.Current.StockGap;
        var window = races.Current.HalfMade > gap ? races.Current.HalfMade : gap;
        if (window <= TimeSpan.Zero)
        {
            return await database.WriteAsync(shop => requests.Select(request => PlaceWhole(shop, request)).ToList(), cancellationToken);
        }

        var (placed, stale) = await database.WriteAsync(
            shop =>
            {
                var orders = requests.Select(request => new PlaceOrder(shop).Place(request)).ToList();
                // With our add-on's single statements there is nothing to be read beforehand.
                var read = gap > TimeSpan.Zero && !shop.KeepsStockAtomic ? StaleStock.Read(shop, orders) : null;
                return (orders.Select((order, i) => Result(shop, order, requests[i])).ToList(), read);
            },
            cancellationToken);
        // The customer may hang up; the shop finishes all the same.
        await Task.Delay(window, time, CancellationToken.None);
        await database.WriteAsync(
            shop =>
            {
                for (var i = 0; i < requests.Count; i++)
                {
                    if (shop.Rows.Find("order", $"{placed[i].OrderId}") is { } order)
                    {
                        new PlaceOrder(shop with { Stale = stale }).Finish(order, requests[i]);
                    }
                }

                return true;
            },
            CancellationToken.None);
        return placed;
    }

    private static CheckoutResult PlaceWhole(ShopUnit shop, CheckoutRequest request)
    {
        var place = new PlaceOrder(shop);
        var order = place.Place(request);
        place.Finish(order, request);
        return Result(shop, order, request);
    }

    private static CheckoutResult Result(ShopUnit shop, JsonObject order, CheckoutRequest request) => new(
        order.Long("order_id"),
        (string?)order["orderNumber"],
        order.Amount("total"),
        shop.Rows.Linked(order, "currency", "currency")!.Text("code"),
        request.Customer.Email);
}
