using Integration.XCart.Api54.Orders.Wire;

namespace Integration.XCart.Api54.Status;

/// <summary>One of the two statuses that an order has.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Entity">The table of its codes.</param>
/// <param name="Words">What it is, for people.</param>
/// <param name="Lookup">The pair's lookup that names the codes.</param>
/// <param name="Code">The code that an order has.</param>
internal sealed record StatusAxis(string Field, string Entity, string Words, string Lookup, Func<StoredOrder, string?> Code)
{
    /// <summary>Where the goods are.</summary>
    public static StatusAxis Shipping { get; } = new("shippingStatus", "order-status-shipping", "shipping status", "fulfilment-status", order => order.ShippingStatus?.Code);

    /// <summary>What became of the money; also how the shop says that an order is cancelled.</summary>
    public static StatusAxis Payment { get; } = new("paymentStatus", "order-status-payment", "payment status", "payment-status-codes", order => order.PaymentStatus?.Code);
}
