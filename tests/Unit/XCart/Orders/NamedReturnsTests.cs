using Integration.Contracts.Returns;
using Integration.XCart.Orders.Canonical;
using Xunit;

namespace Integration.Tests.Unit.XCart.Orders;

public sealed class NamedReturnsTests
{
    [Fact]
    public void Lines_of_the_staff_notes_name_returns_among_other_words()
    {
        var named = NamedReturns.Of("Called on Monday.\r\nReturn 1: MUG-01 x 2, LAMP-ZÜRICH, shipping; reason damaged\nERP: SO-1\n  return b-2:  BOOK-łÓDŹ X3 ");

        Assert.Equal(["1", "B-2"], named.Select(one => one.Id));
        Assert.Equal([new ReturnedQuantity("MUG-01", 2), new ReturnedQuantity("LAMP-ZÜRICH", 1)], named[0].Lines);
        Assert.Equal((true, "damaged", false, ""), (named[0].Shipping, named[0].Reason, named[1].Shipping, named[1].Reason));
        Assert.Equal([new ReturnedQuantity("BOOK-łÓDŹ", 3)], named[1].Lines);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("Return"), InlineData("The customer will return 1: maybe"), InlineData("Return 1 MUG-01"), InlineData("Returns 1: MUG-01")]
    public void Other_words_name_none(string? notes) => Assert.Empty(NamedReturns.Of(notes));

    [Fact]
    public void A_line_written_again_counts_as_it_was_written_last() =>
        Assert.Equal(2m, Assert.Single(Assert.Single(NamedReturns.Of("Return a: MUG-01 x 1\nReturn A: MUG-01 x 2")).Lines).Quantity);

    [Theory]
    [InlineData("MUG-01 x 0", "MUG-01 x 0"), InlineData("MUG x", "MUG x")]
    public void A_count_that_is_none_stays_part_of_the_name_so_that_it_is_told_as_unknown(string written, string sku) =>
        Assert.Equal(sku, Assert.Single(Assert.Single(NamedReturns.Of($"Return 1: {written}")).Lines).Sku);
}
