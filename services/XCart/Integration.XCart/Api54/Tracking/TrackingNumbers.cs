using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Tracking;

/// <summary>
/// Adds tracking numbers: through the add-on where the shop has it, since that adds each once whatever happens; else over the REST API, which takes
/// the same number again and again as new rows, so that every write looks first. Adding one over the REST API does not move the order's change
/// stamp and mails nobody.
/// </summary>
internal sealed class TrackingNumbers(RestApi shop, AddOnBridge addOn) : ITrackingWriter
{
    private readonly AddOnOrders _orders = new(addOn);

    public async Task<LookOutcome> LookAsync(string orderId, string trackingNumber, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when Shows(order.Order, trackingNumber) => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> AddAsync(string orderId, string trackingNumber, CancellationToken ct)
    {
        var number = trackingNumber.Trim();
        if (number.Length == 0) return Rejected("The tracking number is empty.");
        if (ShopId.Of(orderId) is not null && await AddsOnceAsync(ct)) return await _orders.TrackAsync(orderId, number, ct);
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (Shows(order.Order, number)) return new WriteOutcome.AlreadyDone(order.Ref);
        var fields = new JsonObject { ["value"] = number, ["order"] = new JsonObject { ["order_id"] = order.Order.Id } };
        return await shop.PostAsync<StoredTracking>("ordertrackingnumber", fields, ct) switch
        {
            ShopAnswer<StoredTracking>.Failed failed => failed.Outcome,
            ShopAnswer<StoredTracking>.Given given when given.Value.Order?.Id == order.Order.Id =>
                new WriteOutcome.Done(order.Ref, new JsonObject { ["tracking_id"] = given.Value.Id, ["value"] = given.Value.Value }.ToJsonString()),
            _ => new WriteOutcome.Unknown("The shop's answer does not show that the number belongs to the order."),
        };
    }

    public Task<bool> AddsOnceAsync(CancellationToken ct) => _orders.TakesAsync(AddOnCalls.Tracking, ct);

    private static bool Shows(StoredOrder order, string number) =>
        order.TrackingNumbers.Any(tracking => string.Equals(tracking.Value?.Trim(), number.Trim(), StringComparison.Ordinal));

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("trackingNumber", message)]);
}
