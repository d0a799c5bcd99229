using Integration.XCart.Orders;
using Integration.XCart.Orders.Canonical;
using Xunit;

namespace Integration.Tests.Unit.XCart.Orders;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111111111111111", "[card number removed]")]
    [InlineData("card 5500-0000-0000-0004 exp 12/30", "card [card number removed] exp 12/30")]
    [InlineData("3782 822463 10005!", "[card number removed]!")]
    [InlineData("4111111111111112", "4111111111111112")]
    [InlineData("call +1 212 555 0100 at 10", "call +1 212 555 0100 at 10")]
    [InlineData("", "")]
    public void Only_numbers_that_pass_the_check_digit_are_removed(string text, string expected) => Assert.Equal(expected, CardNumbers.Masked(text));

    [Fact]
    public void Card_details_of_old_offline_forms_are_dropped()
    {
        var order = new ShopOrder
        {
            Id = 1,
            Details = [new ShopDetail("cvv2", "CVV", "123"), new ShopDetail("x", "Card number", "1"), new ShopDetail("po_number", "PO number", "PO-7")],
            Billing = new ShopAddress { Others = new Dictionary<string, string> { ["vat_number"] = "DE123" } },
        };

        Assert.Equal(new Dictionary<string, string> { ["details.po_number"] = "PO-7", ["billing.vat_number"] = "DE123" }, CustomFields.Of(order));
    }
}
