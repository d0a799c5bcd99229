using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Makes the canonical order, for both APIs.</summary>
internal static class CanonicalOrder
{
    /// <summary>Maps.</summary>
    /// <exception cref="MappingFault">Something that every order has is missing, or the pair's lookups are wrong.</exception>
    public static Order Of(ShopOrder shop, PairDefinition pair)
    {
        var currency = shop.Currency is { Length: > 0 } code ? code : throw new MappingFault("currency", "The order has no currency.");
        var billing = shop.Billing ?? shop.Shipping ?? throw new MappingFault("billingInfo", "The order has no billing and no shipping address.");
        var payment = StatusCodes.PaymentOf(shop.PaymentCode, pair);
        var lines = Lines.Of(shop, currency);
        var charges = Charges.Of(shop, currency);
        if (shop.Total == 0) charges = charges.NotBelowZero(lines.Sum(line => line.Subtotal));
        return new Order
        {
            Key = new OrderKey(pair.Name, $"{shop.Id}"),
            Storefront = pair.StorefrontCode,
            Number = shop.Number ?? throw new MappingFault("orderNumber", "The order has no number."),
            PlacedAt = shop.PlacedAt,
            ChangedAt = shop.ChangedAt,
            LocalDate = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(shop.PlacedAt, pair.TimeZone).DateTime),
            Currency = currency,
            PaymentStatus = payment,
            PaymentStatusCode = shop.PaymentCode,
            FulfilmentStatus = StatusCodes.ShippingOf(shop.ShippingCode, pair),
            FulfilmentStatusCode = shop.ShippingCode,
            Customer = CustomerOf(shop, billing),
            BillingAddress = Addresses.Of(billing),
            ShippingAddress = shop.Shipping is { } shipping ? Addresses.Of(shipping) : null,
            Lines = lines,
            ShippingMethod = MethodOf(shop),
            ShippingCost = charges.Shipping,
            Discounts = charges.Discounts,
            Taxes = charges.Taxes,
            Fees = charges.Fees,
            Total = Currencies.Round(shop.Total, currency),
            Payments = Payments.Of(shop, payment, currency),
            Returns = NamedReturns.Of(shop.StaffNotes),
            Notes = CardNumbers.Masked(shop.Notes),
            CustomFields = CustomFields.Of(shop),
        };
    }

    // Names come from the billing address, as the shop itself shows them.
    private static CustomerIdentity CustomerOf(ShopOrder shop, ShopAddress billing)
    {
        var owner = shop.Customer ?? throw new MappingFault("profile", "The order belongs to nobody.");
        return new CustomerIdentity
        {
            Id = $"{owner.Id}",
            Email = owner.Email,
            IsGuest = owner.IsGuest,
            FirstName = billing.FirstName?.Trim() ?? "",
            LastName = billing.LastName?.Trim() ?? "",
        };
    }

    private static ShippingMethod? MethodOf(ShopOrder shop) => shop.Shipping is not null && shop.ShippingMethod.Length > 0
        ? new ShippingMethod(shop.ShippingId is > 0 ? $"{shop.ShippingId}" : "", shop.ShippingMethod)
        : null;
}
