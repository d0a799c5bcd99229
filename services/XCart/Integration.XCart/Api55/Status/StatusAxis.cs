using Integration.XCart.Api55.Orders.Wire;

namespace Integration.XCart.Api55.Status;

/// <summary>One of the two statuses that an order has.</summary>
/// <param name="Field">Its name in what is told of it.</param>
/// <param name="Path">Its path below the order.</param>
/// <param name="Words">What it is, for people.</param>
/// <param name="Lookup">The pair's lookup that names the codes.</param>
/// <param name="Code">The code that an order has.</param>
internal sealed record StatusAxis(string Field, string Path, string Words, string Lookup, Func<OrderOutput, string?> Code)
{
    /// <summary>Where the goods are.</summary>
    public static StatusAxis Shipping { get; } = new("shippingStatus", "shipping_status", "shipping status", "fulfilment-status", order => order.ShippingStatus?.Code);

    /// <summary>What became of the money; also how the shop says that an order is cancelled.</summary>
    public static StatusAxis Payment { get; } = new("paymentStatus", "payment_status", "payment status", "payment-status-codes", order => order.PaymentStatus?.Code);
}
