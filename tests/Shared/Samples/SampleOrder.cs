using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Tests.Samples;

/// <summary>Builds valid canonical orders.</summary>
internal static class SampleOrder
{
    public static Order With(OrderKey key, string number = "1001", decimal quantity = 3, decimal unitPrice = 12.5m) => new()
    {
        Key = key,
        Storefront = "XC1",
        Number = number,
        PlacedAt = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero),
        ChangedAt = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero),
        LocalDate = new DateOnly(2026, 11, 20),
        Currency = "USD",
        PaymentStatus = PaymentStatus.Paid,
        PaymentStatusCode = "P",
        FulfilmentStatus = FulfilmentStatus.New,
        FulfilmentStatusCode = "N",
        Customer = new CustomerIdentity { Id = "7", Email = "ada@shop.example", IsGuest = false, FirstName = "Ada", LastName = "Lovelace" },
        BillingAddress = Address,
        ShippingAddress = Address,
        Lines = [new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = quantity, UnitPrice = unitPrice, Subtotal = quantity * unitPrice }],
        ShippingMethod = new ShippingMethod("1", "Courier"),
        ShippingCost = 5,
        Total = (quantity * unitPrice) + 5,
        Payments = [new OrderPayment { Id = "000008-QO74", Method = "Stripe", State = PaymentState.Captured, Amount = (quantity * unitPrice) + 5, ProviderReference = "ch_1" }],
    };

    private static Address Address => new()
    {
        FirstName = "Ada", LastName = "Lovelace", Street = "12 Analytical Way", City = "New York", PostalCode = "10001", State = "NY", Country = "US", Phone = "+1 212 555 0101",
    };
}
