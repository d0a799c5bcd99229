using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

public abstract partial class ErpCompliance
{
    /// <summary>Quantities and amounts that have no price in whole minor units, and the smallest and largest ones.</summary>
    public static TheoryData<string, string> DecimalEdges => new()
    {
        { "3", "10.00" }, { "7", "0.01" }, { "1", "0.00" }, { "6", "100.01" }, { "1000", "999.99" }, { "11", "99999.97" }, { "1", "999999.99" }, { "0.5", "1.11" },
    };

    [Theory]
    [MemberData(nameof(DecimalEdges))]
    public async Task Amounts_agree_to_the_cent(string quantity, string amount)
    {
        var order = OrderSamples.Of("1001", Currency, (Sku, Decimal(quantity), Decimal(amount)), (OtherSku, 1m, 2.00m));
        var document = await Under.DocumentAsync(order);

        Assert.Equal(order.Total, Under.Erp.SalesOrders.TotalOf(document).Amount);
        Assert.IsType<WriteOutcome.Done>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.Equal(order.Total, Assert.Single(await Under.OrdersAsync(order.Reference)).Total);
    }

    [Fact]
    public async Task Every_part_of_the_total_is_carried()
    {
        var order = Sample().With(plain => plain with
        {
            Discounts = [new OrderDiscount("SALE", "Spring sale", 1.50m), new OrderDiscount("COUPON", "Coupon", 0.37m, "TEN-PERCENT-OFF-2026")],
            Fees = [new OrderFee("HANDLING", "Handling", 2.20m)],
            Rounding = -0.01m,
            Payments = [Paid(5m, "77"), Paid(50m, "78")],
        });
        var document = await Under.DocumentAsync(order);

        Assert.Equal(order.Total, Under.Erp.SalesOrders.TotalOf(document).Amount);
        Assert.IsType<WriteOutcome.Done>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.Equal(order.Total, Assert.Single(await Under.OrdersAsync(order.Reference)).Total);
        Assert.IsType<LookOutcome.Same>(await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
    }

    [Fact]
    public async Task Every_currency_is_taken()
    {
        foreach (var (index, currency) in Under.Features.Currencies.Index())
        {
            var order = OrderSamples.Of($"20{index}", currency, (Sku, 1m, 5m));
            await CreatedAsync(order);
            Assert.Equal(currency, Assert.Single(await Under.OrdersAsync(order.Reference)).Currency);
        }
    }

    [Fact]
    public async Task Letters_outside_ASCII_and_markup_pass_unharmed()
    {
        var order = OrderSamples.Of("1001", Currency, [.. Under.Features.Skus.Select(sku => (sku, 1m, 5m))]).With(plain => plain with
        {
            Notes = "Grüße 😀 aus Łódź\nzweite Zeile <b>&amp;</b> 'quoted' \"too\"",
            Lines = [.. plain.Lines.Select(line => line with { Name = "Füller «日本» 'x'", Options = [new LineOption("Größe", "XL; ½")] })],
        });

        await CreatedAsync(order);

        Assert.Equal(Under.Features.Skus.Order(StringComparer.Ordinal), Assert.Single(await Under.OrdersAsync(order.Reference)).Quantities.Keys.Order(StringComparer.Ordinal));
        Assert.IsType<LookOutcome.Same>(await FindAsync(order));
    }

    [Fact]
    public async Task An_order_without_shipping_and_tax_is_taken()
    {
        var order = Sample().With(plain => plain with { ShippingAddress = null, ShippingMethod = null, ShippingCost = 0m, Taxes = [] });

        await CreatedAsync(order);

        Assert.Equal(order.Total, Assert.Single(await Under.OrdersAsync(order.Reference)).Total);
    }

    [Fact]
    public async Task A_customer_is_made_once_and_found_by_the_address_in_any_case()
    {
        var order = Sample();
        Assert.IsType<LookOutcome.NotFound>(await Under.Erp.Customers.FindAsync(order, Ct));

        var created = Assert.IsType<WriteOutcome.Done>(await Under.Erp.Customers.CreateAsync(order, Ct));

        var shouted = order with { Customer = order.Customer with { Email = " ZOË.ŁUKASIK@EXAMPLE.ORG" } };
        Assert.Equal(created.Ref.Id, Assert.IsType<LookOutcome.Same>(await Under.Erp.Customers.FindAsync(shouted, Ct)).Ref.Id);
        Assert.Equal(1, await Under.CustomersAsync(order.Customer.NormalisedEmail));
        Assert.IsType<LookOutcome.NotFound>(await Under.Erp.Customers.FindAsync(order with { Customer = order.Customer with { Email = "o'neill@example.org" } }, Ct));
    }

    [Fact]
    public async Task Two_customers_with_one_address_are_for_a_person_to_sort_out()
    {
        Assert.SkipWhen(Under.Features.UniqueCustomers, "The ERP itself keeps a second customer of an address out.");
        var order = Sample();
        Assert.IsType<WriteOutcome.Done>(await Under.Erp.Customers.CreateAsync(order, Ct));
        Assert.IsType<WriteOutcome.Done>(await Under.Erp.Customers.CreateAsync(order, Ct));

        Assert.NotEmpty(Assert.IsType<LookOutcome.Different>(await Under.Erp.Customers.FindAsync(order, Ct)).Fields);
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
