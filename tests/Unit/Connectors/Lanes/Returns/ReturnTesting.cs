using Integration.Connectors.Lanes.Returns;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Integration.Tests.Samples;

namespace Integration.Tests.Unit.Connectors.Lanes.Returns;

internal static class ReturnTesting
{
    public static ReturnedSoFar Nothing { get; } = new(new Dictionary<string, decimal>(), false);

    /// <summary>2 mugs for 20.00, a shirt for 10.00, shipping 5.00, 3.00 off, tax 2.67: 34.67 in all.</summary>
    public static Order Order()
    {
        var order = SampleOrder.With(new OrderKey("shop-erp", "8")) with
        {
            Lines =
            [
                new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 2, UnitPrice = 10m, Subtotal = 20m },
                new OrderLine { Id = "2", Sku = "TEE-RED-S", Name = "Shirt", Quantity = 1, UnitPrice = 10m, Subtotal = 10m },
            ],
            ShippingCost = 5m,
            Discounts = [new OrderDiscount("DCOUPON", "Coupon", 3m)],
            Taxes = [new OrderTax("VAT", "Tax", 2.67m)],
            FulfilmentStatus = FulfilmentStatus.Shipped,
        };
        return order with { Total = order.ComputedTotal(), Payments = [order.Payments[0] with { Amount = order.ComputedTotal() }] };
    }

    public static GoodsReturn Frame(Order order) => new()
    {
        Id = "R", OrderReference = order.Reference, Number = order.Number, LocalDate = new DateOnly(2026, 11, 21), Currency = order.Currency,
    };

    public static ErpReturn InErp(string number, string reference, ErpReturnState state, params ReturnedQuantity[] lines) => new()
    {
        Id = $"RC/{number}", Number = number, Reference = reference, State = state, Expected = lines,
        Received = state is ErpReturnState.Received ? lines : [], Sold = [new ReturnedQuantity("MUG-01", 2), new ReturnedQuantity("TEE-RED-S", 1)],
    };

    public static ErpCredit Credit(string id, ErpCreditKind kind, decimal amount, bool stands = true, bool exchange = false) => new()
    {
        Id = id, Number = id, Kind = kind, Amount = amount, Currency = "USD", Date = new DateOnly(2026, 11, 21), Stands = stands, Exchange = exchange,
    };
}
