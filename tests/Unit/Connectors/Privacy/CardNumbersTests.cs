using Integration.Connectors.Privacy;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Privacy;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("5500-0000-0000-0004")]
    [InlineData("340000000000009")]
    public void A_card_number_is_removed(string card) => Assert.Equal("pay [card number removed] now", CardNumbers.Remove($"pay {card} now"));

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("0000000000000000")]
    [InlineData("order 123456789012")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, CardNumbers.Remove(text));
}
