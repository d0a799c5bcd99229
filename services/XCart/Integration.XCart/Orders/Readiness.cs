using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Integration.XCart.Orders.Canonical;
using Integration.XCart.Setup;

namespace Integration.XCart.Orders;

/// <summary>
/// Whether an order has been placed completely. X-Cart shows carts by their id, keeps orders whose payment failed, and lists an order
/// up to two seconds (longer with slow mail) before the request that places it has ended. Seen on 5.4; 5.5 is taken to do the same.
/// </summary>
internal static class Readiness
{
    private static readonly TimeSpan UsualMinimumAge = TimeSpan.FromSeconds(5);

    // The add-on hints once the shop has placed the order, so that only the marks of a half-made one count.
    private static readonly TimeSpan MinimumAgeOfHinted = TimeSpan.Zero;

    /// <summary>Why the order must not be taken yet, or null when it may.</summary>
    /// <param name="order">Its marks.</param>
    /// <param name="now">The shop's clock.</param>
    /// <param name="settings">Ages.</param>
    /// <param name="hinted">Whether the shop's add-on tells of orders once they are placed.</param>
    public static ReadOutcome<Order>.NotReady? Of(Placement order, DateTimeOffset now, XCartSettings settings, bool hinted)
    {
        if (string.IsNullOrEmpty(order.Number))
        {
            return order.ShippingCode == StatusCodes.NotFinished
                ? Ignored("The payment failed and the order was not finished; it becomes another order when the customer pays.")
                : Ignored("This is still a cart.");
        }

        if (order.ShippingCode == StatusCodes.NotFinished) return Ignored("The order was not finished.");
        var age = now - order.PlacedAt;
        if (age < (settings.MinimumAge ?? (hinted ? MinimumAgeOfHinted : UsualMinimumAge))) return Early("The order was placed a moment ago; the shop may still be working on it.");
        if (age >= settings.HalfMadeFor) return null;
        if (string.IsNullOrEmpty(order.ShippingCode)) return Early("The shop is still placing the order: it has no shipping status yet.");
        if (string.IsNullOrEmpty(order.StockStatus)) return Early("The shop is still placing the order: its stock has not been taken yet.");
        return order.HasCustomer ? null : Early("The shop is still placing the order: its customer is not set yet.");
    }

    private static ReadOutcome<Order>.NotReady Ignored(string reason) => new(reason, Ignore: true);

    private static ReadOutcome<Order>.NotReady Early(string reason) => new(reason, Ignore: false);
}
