using System.Text.Json;
using Integration.Contracts.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.Orders;

/// <summary>
/// The two readings of an order: amounts, line ids, surcharges and transactions come from the stored one, addresses, chosen options and details from
/// the shown one; lines are joined by position.
/// </summary>
internal static class BothReadings
{
    /// <summary>True when they agree on number, total, change stamp and lines; they are two calls, and staff may edit the order between them.</summary>
    public static bool Agree(StoredOrder stored, ShownOrder shown) =>
        stored.Id == shown.Id
        && stored.Number == shown.Number
        && stored.Total == shown.Total
        && shown.ChangedAt?.ToUnixTimeSeconds() is { } changed && changed == stored.ChangedAt
        && stored.Items.Count == shown.Items.Count
        && stored.Items.Zip(shown.Items).All(pair => (pair.First.Sku ?? "") == (pair.Second.Sku ?? "") && pair.First.Amount == pair.Second.Quantity);

    /// <summary>The order that they show together; they must <see cref="Agree"/>.</summary>
    public static ShopOrder Joined(StoredOrder stored, ShownOrder shown) => new()
    {
        Id = stored.Id,
        Number = stored.Number,
        PlacedAt = DateTimeOffset.FromUnixTimeSeconds(stored.PlacedAt),
        ChangedAt = DateTimeOffset.FromUnixTimeSeconds(stored.ChangedAt),
        Total = stored.Total,
        Currency = stored.Currency?.Code,
        PaymentCode = stored.PaymentStatus?.Code ?? "",
        ShippingCode = stored.ShippingStatus?.Code ?? "",
        Customer = CustomerOf(stored),
        Billing = shown.Billing?.ToShop(),
        Shipping = shown.Shipping?.ToShop(),
        Lines = [.. stored.Items.Select((item, index) => new ShopLine(item.Id, item.Sku, item.Name, item.Amount, item.Subtotal, OptionsOf(shown.Items[index].Attributes)))],
        Surcharges = stored.Surcharges,
        Coupons = [.. (stored.Coupons ?? []).Select(coupon => coupon.Code)],
        Transactions = [.. stored.Transactions.Select(TransactionOf)],
        ShippingId = stored.ShippingId,
        ShippingMethod = stored.ShippingMethodName is { Length: > 0 } kept ? kept : shown.ShippingMethod ?? "",
        PaymentMethod = shown.PaymentMethod ?? "",
        Notes = stored.Notes ?? "",
        StaffNotes = stored.AdminNotes ?? "",
        Details = [.. (shown.Details ?? []).Select(detail => new ShopDetail(detail.Code, detail.Label, detail.Value))],
    };

    // A guest's row and an account are both the "original" profile.
    private static ShopCustomer? CustomerOf(StoredOrder stored) => (stored.Customer ?? stored.Profile) is { } owner
        ? new ShopCustomer(owner.Id, stored.Profile?.Email is { Length: > 0 } email ? email : owner.Email ?? "", owner.Anonymous)
        : null;

    private static ShopTransaction TransactionOf(StoredTransaction transaction) => new(
        string.IsNullOrEmpty(transaction.PublicId) ? $"{transaction.Id}" : transaction.PublicId,
        string.IsNullOrWhiteSpace(transaction.MethodTitle) ? transaction.MethodName ?? "" : transaction.MethodTitle,
        transaction.Status, transaction.Type, transaction.Value);

    private static IReadOnlyList<LineOption> OptionsOf(JsonElement attributes) => attributes.ValueKind == JsonValueKind.Object
        ? [.. attributes.EnumerateObject().Select(option => new LineOption(option.Name, option.Value.ValueKind == JsonValueKind.String ? option.Value.GetString() ?? "" : option.Value.GetRawText()))]
        : [];
}
