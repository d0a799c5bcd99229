using System.Text.Json.Nodes;
using Integration.Acumatica.SalesOrders;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Protocol;

public sealed class EntityModelTests
{
    [Theory]
    [InlineData("OrderType", SchemaType.Text)]
    [InlineData("Details", SchemaType.Array)]
    [InlineData("Details.OrderQty", SchemaType.Number)]
    [InlineData("Totals", SchemaType.Object)]
    [InlineData("Totals.Freight", SchemaType.Number)]
    [InlineData("Date", SchemaType.Text)]
    [InlineData("Hold", SchemaType.Flag)]
    [InlineData("note", SchemaType.Text)]
    [InlineData("ShipToAddress.City", SchemaType.Text)]
    public void The_endpoints_fields_are_known(string path, SchemaType type)
    {
        Assert.True(OrderDocument.Model.Knows(path, out var found));
        Assert.Equal(type, found);
    }

    [Theory]
    [InlineData("Details.Quantity")]
    [InlineData("OrderType.value")]
    [InlineData("Nonsense")]
    [InlineData("")]
    public void Other_names_are_not(string path) => Assert.False(OrderDocument.Model.Knows(path, out _));

    [Theory]
    [InlineData("""{"Details":[{"Quantity":2}]}""", "Details[0].Quantity")]
    [InlineData("""{"Totals":{"Fright":2}}""", "Totals.Fright")]
    [InlineData("""{"Hold":"no"}""", "Hold")]
    [InlineData("""{"OrderTotal":"12.00"}""", "OrderTotal")]
    [InlineData("""{"Date":"soon"}""", "Date")]
    [InlineData("""{"ExternalRef":"12345678901234567890123456789012345678901"}""", "ExternalRef")]
    [InlineData("""{"Details":{"OrderQty":1}}""", "Details")]
    public void What_the_server_would_ignore_or_misread_is_named(string document, string field) =>
        Assert.Equal(field, Assert.Single(OrderDocument.Model.Problems(JsonNode.Parse(document)!.AsObject())).Field);
}
