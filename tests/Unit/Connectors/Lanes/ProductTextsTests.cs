using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes;

public sealed class ProductTextsTests
{
    private static readonly ProductLane Dollars = new() { Currency = "USD" };

    [Fact]
    public void The_same_values_in_other_words_are_equal_texts()
    {
        var erp = One() with { Price = 12.50m, Weight = 1.25m, WeightUnit = "KG", Name = " Vase\r\nŁódź ", Prices = [new ProductPrice("A", 10, 6.90m, "USD"), new ProductPrice("A", 1, 7m, "USD")] };
        var shop = One() with { Price = 12.5m, Weight = 1250m, WeightUnit = "g", Name = "Vase\nŁódź", Prices = [new ProductPrice("A", 1, 7.00m), new ProductPrice("A", 10, 6.9m)] };

        Assert.Equal(ProductTexts.Of(shop, Dollars, "g"), ProductTexts.Of(erp, Dollars, "g"));
    }

    [Fact]
    public void What_a_system_does_not_tell_or_nobody_can_convert_is_left_out()
    {
        var texts = ProductTexts.Of(One() with { Weight = 3, WeightUnit = "STONE", Prices = [new ProductPrice(null, 5, 1m)] }, new ProductLane(), "kg");

        Assert.Empty(texts);
    }

    [Fact]
    public void A_variant_without_own_price_costs_what_the_product_costs()
    {
        var own = ProductTexts.Of(One() with { Price = 9m, Variants = [new ProductVariant { Id = "1", Sku = "v-s", Price = 9.0m }] }, Dollars, null);
        var inherited = ProductTexts.Of(One() with { Price = 9m, Variants = [new ProductVariant { Id = "7", Sku = "V-S" }, new ProductVariant { Id = "8", Sku = "" }] }, Dollars, null);

        Assert.Equal(own[ProductFields.Variants], inherited[ProductFields.Variants]);
    }

    [Fact]
    public void The_price_for_everybody_from_the_first_piece_is_the_price_and_other_currencies_are_left_out()
    {
        var product = One() with
        {
            Price = 10m,
            Prices = [new ProductPrice(null, 1, 9m, "USD"), new ProductPrice(null, 10, 8m, "USD"), new ProductPrice("A", 1, 7m, "EUR")],
        };

        var settled = ErpProductView.Settled(product, Dollars);
        Assert.Equal(9m, settled.Price);
        Assert.Equal([new ProductPrice(null, 10, 8m)], settled.Prices);
        Assert.Null(ErpProductView.Settled(product, new ProductLane()).Prices);
        Assert.Equal(10m, ErpProductView.Settled(product, new ProductLane()).Price);
    }

    [Theory]
    [InlineData("kg", "lb", 1, 2.2046)]
    [InlineData("OZ", "g", 1, 28.3495)]
    [InlineData("KG", "kg", 0.00001, 0.00001)]
    public void Weights_are_converted_to_four_decimals_and_left_as_they_are_in_the_same_unit(string from, string to, decimal weight, decimal expected) =>
        Assert.Equal(expected, Weights.In(to, weight, from));

    private static Product One() => new() { Id = "1", Sku = "V" };
}
