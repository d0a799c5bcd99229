using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Tests.Compliance.Erp;

/// <summary>Valid canonical orders.</summary>
public static class OrderSamples
{
    /// <summary>An order of the given lines, with shipping and tax.</summary>
    public static Order Of(string number, string currency, params IReadOnlyList<(string Sku, decimal Quantity, decimal Subtotal)> lines)
    {
        var order = new Order
        {
            Key = new OrderKey("shop-erp", number),
            Storefront = "XC1",
            Number = number,
            PlacedAt = new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero),
            ChangedAt = new DateTimeOffset(2026, 3, 1, 22, 31, 0, TimeSpan.Zero),
            LocalDate = new DateOnly(2026, 3, 1),
            Currency = currency,
            PaymentStatus = PaymentStatus.Paid,
            PaymentStatusCode = "P",
            FulfilmentStatus = FulfilmentStatus.New,
            FulfilmentStatusCode = "N",
            Customer = new CustomerIdentity { Id = "17", Email = "Zoë.Łukasik@example.org", IsGuest = false, FirstName = "Zoë", LastName = "Łukasik" },
            BillingAddress = Address,
            ShippingAddress = Address with { City = "Zürich", Country = "CH" },
            Lines = [.. lines.Select((line, index) => new OrderLine
            {
                Id = $"{number}-{index + 1}", Sku = line.Sku, Name = $"Article {line.Sku}", Quantity = line.Quantity,
                Subtotal = line.Subtotal, UnitPrice = line.Subtotal / line.Quantity,
            })],
            ShippingMethod = new ShippingMethod("3", "Ground"),
            ShippingCost = 4.90m,
            Taxes = [new OrderTax("VAT", "VAT 8.1 %", 1.23m)],
            Total = 0,
        };
        return order with { Total = order.ComputedTotal() };
    }

    /// <summary>The same order with something else changed and its total put right.</summary>
    public static Order With(this Order order, Func<Order, Order> change)
    {
        var changed = change(order);
        return changed with { Total = changed.ComputedTotal() };
    }

    private static Address Address => new()
    {
        FirstName = "Zoë", LastName = "Łukasik", Street = "Straße der Pariser Kommune 8", City = "Łódź", PostalCode = "90-001", State = "", Country = "PL", Phone = "+48 42 000 00 00",
    };
}
