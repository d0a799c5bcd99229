using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.Orders;

/// <summary>Puts together what the calls for one order brought.</summary>
/// <param name="Order">The order.</param>
/// <param name="Transactions">Its payment transactions.</param>
/// <param name="Details">What add-ons left on it.</param>
/// <param name="IsGuest">Whether its customer has no account.</param>
internal sealed record WholeOrder(OrderOutput Order, IReadOnlyList<TransactionOutput> Transactions, IReadOnlyList<FieldOutput> Details, bool IsGuest)
{
    /// <summary>The order as both APIs show it.</summary>
    public ShopOrder ToShop(PairDefinition pair) => new()
    {
        Id = Order.Id,
        Number = Order.Number,
        PlacedAt = Order.PlacedAt,
        ChangedAt = Order.ChangedAt,
        Total = Order.Total,
        Currency = Order.Currency,
        PaymentCode = Order.PaymentStatus?.Code ?? "",
        ShippingCode = Order.ShippingStatus?.Code ?? "",
        Customer = (Order.CustomerId ?? Order.ProfileId) is { } owner ? new ShopCustomer(owner, Order.Email ?? "", IsGuest) : null,
        Billing = Order.Billing?.ToShop(pair),
        Shipping = Order.IsShipped ? Order.Shipping?.ToShop(pair) : null,
        Lines = [.. Order.Items.Select(item => new ShopLine(item.Id, item.Sku, item.Name, item.Amount, SubtotalOf(item), []))],
        Surcharges = Order.Surcharges,
        Coupons = [.. Order.Coupons.Select(coupon => coupon.Code).OfType<string>()],
        Transactions = [.. Transactions.Select(TransactionOf)],
        ShippingId = Order.ShippingId,
        ShippingMethod = Order.ShippingMethodName ?? "",
        PaymentMethod = PaymentMethod,
        Notes = Order.Notes ?? "",
        StaffNotes = Order.AdminNotes ?? "",
        Details = [.. Details.Select(detail => new ShopDetail(detail.Name, detail.Name, detail.Value))],
    };

    // The order does not name its payment method; a failed attempt's method is not what was paid with.
    private string PaymentMethod => (Transactions.LastOrDefault(transaction => transaction.Status != "F") ?? (Transactions.Count > 0 ? Transactions[^1] : null)) is { } transaction
        ? TransactionOf(transaction).Method
        : "";

    // The shop reckons a line as net price × pieces, rounded to the currency (all recorded orders of 5.4); 5.5 does not show the product of it.
    private decimal SubtotalOf(ItemOutput item) => Plain(Currencies.Round((item.NetPrice ?? item.Price ?? 0) * item.Amount, Order.Currency ?? ""));

    // 24.5 × 2 is 49.0 to a decimal, and 49 to the shop.
    private static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static ShopTransaction TransactionOf(TransactionOutput transaction) => new(
        string.IsNullOrEmpty(transaction.PublicId) ? $"{transaction.Id}" : transaction.PublicId,
        string.IsNullOrWhiteSpace(transaction.MethodTitle) ? transaction.MethodName ?? "" : transaction.MethodTitle,
        transaction.Status, transaction.Type, transaction.Value);
}
