using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Run.Bench.Map;

/// <summary>An order of ten lines as shops have them: options on some lines, a coupon, a fee, two taxes, a captured payment, both addresses.</summary>
internal static class SampleOrder
{
    private const int LineCount = 10;

    public static Order Create()
    {
        var order = new Order
        {
            Key = new OrderKey("shop-erp", "501"),
            Storefront = "XC1",
            Number = "1001",
            PlacedAt = new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero),
            ChangedAt = new DateTimeOffset(2026, 3, 1, 22, 31, 0, TimeSpan.Zero),
            LocalDate = new DateOnly(2026, 3, 1),
            Currency = "EUR",
            PaymentStatus = PaymentStatus.Paid,
            PaymentStatusCode = "P",
            FulfilmentStatus = FulfilmentStatus.New,
            FulfilmentStatusCode = "N",
            Customer = new CustomerIdentity { Id = "77", Email = "ada@example.com", IsGuest = false, FirstName = "Ada", LastName = "Lovelace" },
            BillingAddress = Address("Invalidenstraße 117", "Berlin", "10115"),
            ShippingAddress = Address("Am Sandtorkai 30", "Hamburg", "20457"),
            ShippingMethod = new ShippingMethod("3", "Ground"),
            ShippingCost = 6.90m,
            Lines = [.. Enumerable.Range(1, LineCount).Select(Line)],
            Discounts = [new OrderDiscount("COUPON", "Ten off", 10m, "TEN")],
            Fees = [new OrderFee("HANDLING", "Handling", 2.50m)],
            Taxes = [new OrderTax("VAT", "VAT 19 %", 31.20m), new OrderTax("ECO", "Recycling", 1.10m)],
            Payments = [new OrderPayment { Id = "1", Method = "PayPal", State = PaymentState.Captured, Amount = 100m, ProviderReference = "PP-8842-11" }],
            Notes = "Please ring twice.",
            CustomFields = new Dictionary<string, string> { ["giftWrap"] = "no", ["channel"] = "web" },
            Total = 0,
        };
        return order with { Total = order.ComputedTotal() };
    }

    private static OrderLine Line(int number) => new()
    {
        Id = $"{9000 + number}",
        Sku = $"MUG-{number:00}",
        Name = $"Mug with a picture, model {number}",
        Quantity = number % 3 == 0 ? 2 : 1,
        UnitPrice = 14.95m,
        Subtotal = number % 3 == 0 ? 29.90m : 14.95m,
        Options = number % 2 == 0 ? [] : [new LineOption("Size", "XL"), new LineOption("Print", "Both sides")],
    };

    private static Address Address(string street, string city, string postalCode) => new()
    {
        FirstName = "Ada", LastName = "Lovelace", Company = "Analytical Engines GmbH", Street = street, Street2 = "2nd floor", City = city, PostalCode = postalCode,
        State = "BE", Country = "DE", Phone = "+49 30 1234567",
    };
}
