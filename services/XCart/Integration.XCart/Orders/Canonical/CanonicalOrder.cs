using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;
using Integration.XCart.Orders.Wire;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Makes the canonical order out of the shop's two readings of it.</summary>
internal static class CanonicalOrder
{
    /// <summary>Maps; both readings must agree (<see cref="Readings"/>).</summary>
    /// <exception cref="MappingFault">Something that every order has is missing, or the pair's lookups are wrong.</exception>
    public static Order Of(StoredOrder stored, ShownOrder shown, PairDefinition pair)
    {
        var currency = stored.Currency?.Code ?? throw new MappingFault("currency", "The order has no currency.");
        var billing = shown.Billing ?? shown.Shipping ?? throw new MappingFault("billingInfo", "The order has no billing and no shipping address.");
        var payment = StatusCodes.PaymentOf(stored.PaymentStatus?.Code ?? "", pair);
        var placed = DateTimeOffset.FromUnixTimeSeconds(stored.PlacedAt);
        var lines = Lines.Of(stored, shown, currency);
        var charges = Charges.Of(stored, currency);
        if (stored.Total == 0) charges = charges.NotBelowZero(lines.Sum(line => line.Subtotal));
        return new Order
        {
            Key = new OrderKey(pair.Name, $"{stored.Id}"),
            Storefront = pair.StorefrontCode,
            Number = stored.Number ?? throw new MappingFault("orderNumber", "The order has no number."),
            PlacedAt = placed,
            ChangedAt = DateTimeOffset.FromUnixTimeSeconds(stored.ChangedAt),
            LocalDate = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(placed, pair.TimeZone).DateTime),
            Currency = currency,
            PaymentStatus = payment,
            PaymentStatusCode = stored.PaymentStatus?.Code ?? "",
            FulfilmentStatus = StatusCodes.ShippingOf(stored.ShippingStatus?.Code ?? "", pair),
            FulfilmentStatusCode = stored.ShippingStatus?.Code ?? "",
            Customer = CustomerOf(stored, billing),
            BillingAddress = Addresses.Of(billing),
            ShippingAddress = shown.Shipping is { } shipping ? Addresses.Of(shipping) : null,
            Lines = lines,
            ShippingMethod = MethodOf(stored, shown),
            ShippingCost = charges.Shipping,
            Discounts = charges.Discounts,
            Taxes = charges.Taxes,
            Fees = charges.Fees,
            Total = Currencies.Round(stored.Total, currency),
            Payments = Payments.Of(stored, payment, currency),
            Notes = CardNumbers.Masked(stored.Notes ?? ""),
            CustomFields = CustomFields.Of(shown),
        };
    }

    // A guest's row and an account are both the "original" profile; names come from the billing address, as the shop itself shows them.
    private static CustomerIdentity CustomerOf(StoredOrder stored, ShownAddress billing)
    {
        var owner = stored.Customer ?? stored.Profile ?? throw new MappingFault("profile", "The order belongs to nobody.");
        return new CustomerIdentity
        {
            Id = $"{owner.Id}",
            Email = stored.Profile?.Email is { Length: > 0 } email ? email : owner.Email ?? "",
            IsGuest = owner.Anonymous,
            FirstName = billing.FirstName?.Trim() ?? "",
            LastName = billing.LastName?.Trim() ?? "",
        };
    }

    private static ShippingMethod? MethodOf(StoredOrder stored, ShownOrder shown)
    {
        if (shown.Shipping is null) return null;
        var name = stored.ShippingMethodName is { Length: > 0 } kept ? kept : shown.ShippingMethod ?? "";
        return name.Length > 0 ? new ShippingMethod(stored.ShippingId is > 0 ? $"{stored.ShippingId}" : "", name) : null;
    }
}
