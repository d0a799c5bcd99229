using Integration.Contracts.Orders;

namespace Integration.Contracts.Storefront;

/// <summary>Asks the storefront side to add the tracking numbers of one shipment; numbers already there are left.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Shipment">The ERP's shipment number.</param>
/// <param name="TrackingNumbers">The numbers to add.</param>
public sealed record AddTracking(OrderKey Key, string Number, string Shipment, IReadOnlyList<string> TrackingNumbers) : IOrderMessage
{
    /// <summary>The ERP's carrier or ship-via code; empty when it names none.</summary>
    public string Carrier { get; init; } = "";
}
