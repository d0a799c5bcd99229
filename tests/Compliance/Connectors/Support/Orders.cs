using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>Valid canonical orders.</summary>
internal static class Orders
{
    public static Order One(string id = "1", string pair = "shop-erp") => new()
    {
        Key = new OrderKey(pair, id),
        Storefront = "XC1",
        Number = $"100{id}",
        PlacedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        ChangedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        LocalDate = new DateOnly(2026, 3, 1),
        Currency = "EUR",
        PaymentStatus = PaymentStatus.Paid,
        PaymentStatusCode = "P",
        FulfilmentStatus = FulfilmentStatus.New,
        FulfilmentStatusCode = "N",
        Customer = new CustomerIdentity { Email = "Zoë@Example.org", IsGuest = false },
        BillingAddress = new Address { Country = "DE" },
        Lines = [new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 2, UnitPrice = 5m, Subtotal = 10m }],
        ShippingCost = 4.90m,
        Total = 14.90m,
    };
}
