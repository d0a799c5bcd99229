using System.Text.Json.Nodes;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Protocol;

public sealed class EntityModelTests
{
    private static readonly OrderSchema Schema = OrderSchema.Of(FinanceBench.Usual);

    [Theory]
    [InlineData("header.CustomersOrderReference", SchemaType.Text)]
    [InlineData("header.TotalDiscountPercentage", SchemaType.Number)]
    [InlineData("header", SchemaType.Object)]
    [InlineData("lines", SchemaType.Array)]
    [InlineData("lines.OrderedSalesQuantity", SchemaType.Number)]
    [InlineData("lines.SkipCreateAutoCharges", SchemaType.Text)]
    public void Fields_are_known_with_their_types(string path, SchemaType type)
    {
        Assert.True(Schema.Knows(path, out var found));
        Assert.Equal(type, found);
    }

    [Theory]
    [InlineData("header.Freight")]
    [InlineData("CustomersOrderReference")]
    [InlineData("lines.CustomersOrderReference")]
    [InlineData("header.FinTagDisplayValue")]
    public void Others_are_not(string path) => Assert.False(Schema.Knows(path, out _));

    [Fact]
    public void Each_version_of_an_entity_has_its_own_fields()
    {
        var newest = OrderSchema.Of(FinanceBench.OwnNumbers with { HeaderEntity = "SalesOrderHeadersV4", LineEntity = "SalesOrderLinesV3" });

        Assert.True(newest.Knows("header.FinTagDisplayValue", out _));
        Assert.True(newest.Knows("lines.FinTagDisplayValue", out _));
        Assert.False(newest.Knows("header.SkipGlobalUnifiedPricingCalculation", out _));
        Assert.True(Schema.Knows("header.SkipGlobalUnifiedPricingCalculation", out _));
    }

    [Theory]
    [InlineData("""{"OrderTotl":1}""", "OrderTotl")]
    [InlineData("""{"TotalDiscountPercentage":"1"}""", "TotalDiscountPercentage")]
    [InlineData("""{"SkipCreateAutoCharges":true}""", "SkipCreateAutoCharges")]
    [InlineData("""{"SkipCreateAutoCharges":"Maybe"}""", "SkipCreateAutoCharges")]
    [InlineData("""{"RequestedShippingDate":"tomorrow"}""", "RequestedShippingDate")]
    [InlineData("""{"SalesOrderNumber":"123456789012345678901"}""", "SalesOrderNumber")]
    [InlineData("""{"CurrencyCode":1}""", "CurrencyCode")]
    public void What_would_be_refused_is_named_by_its_field(string document, string field) =>
        Assert.Equal(field, Assert.Single(Schema.Header.Problems(JsonNode.Parse(document)!.AsObject())).Field);

    [Fact]
    public void What_fits_may_be_sent() => Assert.Empty(Schema.Header.Problems(JsonNode.Parse(
        """{"SkipCreateAutoCharges":"Yes","RequestedShippingDate":"2026-03-01T12:00:00Z","TotalDiscountPercentage":0,"SalesOrderStatus":"Backorder","DeliveryAddressTimeZone":"GMT","Email":null}""")!.AsObject()));
}
