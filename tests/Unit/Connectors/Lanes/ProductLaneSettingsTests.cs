using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes;

public sealed class ProductLaneSettingsTests
{
    [Fact]
    public void Left_out_settings_write_prices_to_the_shop_and_nothing_to_the_ERP()
    {
        var lane = Read("{}");

        Assert.True(lane is { ToStore: true, ToErp: false, NewInErp: false, Create: NewProducts.Exported, Currency: null });
        Assert.Equal((FieldOwner.Erp, FieldOwner.Storefront, FieldOwner.Shared), (lane.Owners[ProductFields.Price], lane.Owners[ProductFields.Name], lane.Owners[ProductFields.Enabled]));
    }

    [Fact]
    public void Given_settings_are_read()
    {
        var lane = Read("""{ "toStore": false, "toErp": true, "newInErp": true, "create": "all", "currency": "EUR", "owners": { "name": "erp" } }""");

        Assert.True(lane is { ToStore: false, ToErp: true, NewInErp: true, Create: NewProducts.All, Currency: "EUR" });
        Assert.Equal((FieldOwner.Erp, FieldOwner.Storefront), (lane.Owners[ProductFields.Name], lane.Owners[ProductFields.Images]));
    }

    [Theory]
    [InlineData("""{ "currency": "eur" }""", "currency")]
    [InlineData("""{ "create": "some" }""", "create")]
    [InlineData("""{ "owners": { "colour": "erp" } }""", "owners.colour")]
    [InlineData("""{ "owners": { "name": "me" } }""", "owners.name")]
    [InlineData("""{ "tostore": true }""", "tostore")]
    public void What_cannot_be_understood_is_told_with_its_key(string json, string key) =>
        Assert.Contains($"products.{key}", Assert.Throws<PairFileException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static ProductLane Read(string json) => ProductLane.Read(new StrictSection("p.json", "lanes.products", JsonNode.Parse(json)!.AsObject()));
}
