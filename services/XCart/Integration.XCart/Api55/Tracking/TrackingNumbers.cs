using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Tracking;

/// <summary>Adds tracking numbers through the add-on; the API of 5.5 only shows them.</summary>
internal sealed class TrackingNumbers(PlatformApi shop, AddOnBridge addOn) : ITrackingWriter
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
        if (number.Length == 0) return new WriteOutcome.Rejected([new Reason("trackingNumber", "The tracking number is empty.")]);
        return await AddOnWrite.RefusalAsync(addOn, AddOnCalls.Tracking, "trackingNumber", ct) ?? await _orders.TrackAsync(orderId, number, ct);
    }

    public Task<bool> AddsOnceAsync(CancellationToken ct) => _orders.TakesAsync(AddOnCalls.Tracking, ct);

    private static bool Shows(OrderOutput order, string number) =>
        order.TrackingNumbers.Any(tracking => string.Equals(tracking.Value?.Trim(), number.Trim(), StringComparison.Ordinal));
}
