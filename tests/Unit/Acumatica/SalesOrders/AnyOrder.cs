using FsCheck;
using FsCheck.Fluent;
using Integration.Contracts.Amounts;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

/// <summary>Any valid canonical order: its parts make its total.</summary>
internal static class AnyOrder
{
    private static readonly string[] Texts = ["", "MUG-01", "LAMP-ZÜRICH", "O'Neill & \"Söhne\" <b>", "日本 😀", "a\nb\tc", new string('x', 300), "$$.total", "{{x}}"];

    public static Gen<Order> Gen =>
        from currency in FsCheck.Fluent.Gen.Elements("EUR", "USD", "JPY", "KWD")
        from lines in Line(currency).NonEmptyListOf()
        from discounts in Discount(currency).ListOf()
        from fees in Fee(currency).ListOf()
        from taxes in Tax(currency).ListOf()
        from payments in Payment(currency).ListOf()
        from shipping in Amount(currency, 5_000)
        from ships in FsCheck.Fluent.Gen.Elements(true, false)
        from rounding in FsCheck.Fluent.Gen.Choose(-2, 2)
        from notes in FsCheck.Fluent.Gen.Elements(Texts)
        select Total(new Order
        {
            Key = new OrderKey("shop-erp", "501"),
            Storefront = "XC1",
            Number = "1001",
            PlacedAt = new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero),
            ChangedAt = new DateTimeOffset(2026, 3, 1, 22, 31, 0, TimeSpan.Zero),
            LocalDate = new DateOnly(2026, 3, 1),
            Currency = currency,
            PaymentStatus = PaymentStatus.Paid,
            PaymentStatusCode = "P",
            FulfilmentStatus = FulfilmentStatus.New,
            FulfilmentStatusCode = "N",
            Customer = new CustomerIdentity { Email = "a@b.example", IsGuest = !ships },
            BillingAddress = new Address { FirstName = notes, City = "Łódź", Country = "PL" },
            ShippingAddress = ships ? new Address { City = "Zürich", Country = "CH" } : null,
            ShippingMethod = ships ? new ShippingMethod("3", "Ground") : null,
            ShippingCost = ships ? shipping : 0m,
            Lines = [.. lines.Select((line, index) => line with { Id = $"{index + 1}" })],
            Discounts = [.. discounts],
            Fees = [.. fees],
            Taxes = [.. taxes],
            Payments = [.. payments.Select((payment, index) => payment with { Id = $"{index + 1}" })],
            Rounding = rounding * Currencies.SmallestUnit(currency),
            Notes = notes,
            Total = 0,
        });

    private static Order Total(Order order) => order with { Total = order.ComputedTotal() };

    private static Gen<OrderLine> Line(string currency) =>
        from quantity in FsCheck.Fluent.Gen.OneOf(FsCheck.Fluent.Gen.Choose(1, 500).Select(whole => (decimal)whole), FsCheck.Fluent.Gen.Choose(1, 5_000).Select(thousandths => thousandths / 1000m))
        from subtotal in Amount(currency, 10_000_000)
        from name in FsCheck.Fluent.Gen.Elements(Texts)
        from options in FsCheck.Fluent.Gen.Elements(Texts).ListOf()
        select new OrderLine
        {
            Id = "", Sku = "MUG-01", Name = name, Quantity = quantity, Subtotal = subtotal, UnitPrice = subtotal / quantity,
            Options = [.. options.Select(value => new LineOption("Option", value))],
        };

    private static Gen<OrderDiscount> Discount(string currency) =>
        from amount in Amount(currency, 1_000)
        from coupon in FsCheck.Fluent.Gen.Elements(null, "TEN", "A-COUPON-LONGER-THAN-FIFTEEN")
        select new OrderDiscount("SALE", "Sale", amount, coupon);

    private static Gen<OrderFee> Fee(string currency) =>
        from amount in Amount(currency, 1_000)
        from sign in FsCheck.Fluent.Gen.Elements(1, -1)
        select new OrderFee("HANDLING", "Handling", sign * amount);

    private static Gen<OrderTax> Tax(string currency) =>
        from amount in Amount(currency, 1_000)
        from code in FsCheck.Fluent.Gen.Elements("VAT", "ECO")
        select new OrderTax(code, code, amount);

    private static Gen<OrderPayment> Payment(string currency) =>
        from amount in Amount(currency, 100_000)
        from state in FsCheck.Fluent.Gen.Elements(Enum.GetValues<PaymentState>())
        from reference in FsCheck.Fluent.Gen.Elements(null, "PP-1", new string('9', 60))
        select new OrderPayment { Id = "", Method = "PayPal", State = state, Amount = amount, ProviderReference = reference };

    private static Gen<decimal> Amount(string currency, int most) =>
        FsCheck.Fluent.Gen.Choose(0, most).Select(minor => minor * Currencies.SmallestUnit(currency));
}
