using System.Text.Json;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Orders;
using Xunit;

namespace Integration.Tests.Unit.XCart.Protocol;

public sealed class PhpJsonTests
{
    [Theory]
    [InlineData("386.58000000000004", "386.58000000000004")]
    [InlineData("182", "182")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("1.0e-5", "0.00001")]
    public void Php_numbers_become_exact_decimals(string written, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read<Surcharge>($$"""{"value":{{written}}}""").Value);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    public void Php_flags_are_understood(string written, bool expected) =>
        Assert.Equal(expected, Read<Surcharge>($$"""{"include":{{written}}}""").Included);

    [Fact]
    public void An_order_number_may_come_as_a_number() =>
        Assert.Equal("17", Read<OrderRow>("""{"order_id":1,"orderNumber":17,"date":1,"lastRenewDate":1}""").Number);

    [Fact]
    public void Empty_options_come_as_an_array() =>
        Assert.Equal(JsonValueKind.Array, Read<ShownItem>("""{"sku":"A","quantity":1,"attributes":[]}""").Attributes.ValueKind);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ShopJson.Options)!;
}
