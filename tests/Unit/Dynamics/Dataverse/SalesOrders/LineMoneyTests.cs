using Integration.Contracts.Amounts;
using Integration.Dynamics.Dataverse.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.SalesOrders;

public sealed class LineMoneyTests
{
    [Theory]
    [InlineData("9.00", "2", "USD", "4.5", "0")]
    [InlineData("10.00", "3", "USD", "3.34", "0.02")]
    [InlineData("0.01", "7", "USD", "0.01", "0.06")]
    [InlineData("1.11", "0.5", "USD", "2.22", "0")]
    [InlineData("999.99", "1000", "USD", "1", "0.01")]
    [InlineData("0.00", "1", "USD", "0", "0")]
    [InlineData("1000", "3", "JPY", "334", "2")]
    public void Quantity_times_price_less_discount_is_the_amount(string amount, string quantity, string currency, string price, string discount)
    {
        var money = LineMoney.Of(Number(amount), Number(quantity), currency, 2, dualWrite: false);

        Assert.Equal((Number(price), Number(discount), 1m), (money.Price, money.Discount, money.PriceQuantity));
        Assert.Equal(Number(amount), Currencies.Round(money.Price * Number(quantity), currency) - money.Discount);
    }

    [Theory]
    [InlineData("10.00", "3", "10", "3")]
    [InlineData("9.00", "2", "4.5", "1")]
    [InlineData("-5.00", "1", "-5", "1")]
    public void With_dual_write_the_price_is_that_of_the_whole_quantity_where_no_unit_price_fits(string amount, string quantity, string price, string priceQuantity)
    {
        var money = LineMoney.Of(Number(amount), Number(quantity), "USD", 2, dualWrite: true);

        Assert.Equal((Number(price), Number(priceQuantity), 0m), (money.Price, money.PriceQuantity, money.Discount));
    }

    [Fact]
    public void Taxes_are_spread_without_losing_a_cent()
    {
        foreach (var (tax, amounts) in ((decimal, decimal[])[])[(1.23m, [9m, 1m]), (0.01m, [1m, 1m, 1m]), (5m, [0m, 0m]), (7.77m, [0m, 3m]), (0m, [4m])])
        {
            var shares = TaxShares.Of(tax, amounts, "USD");
            Assert.Equal(tax, shares.Sum());
            Assert.All(shares, share => Assert.Equal(share, Currencies.Round(share, "USD")));
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
