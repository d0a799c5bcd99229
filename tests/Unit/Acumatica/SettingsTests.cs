using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Connectors.Pairs;
using Xunit;

namespace Integration.Tests.Unit.Acumatica;

public sealed class SettingsTests
{
    [Fact]
    public void The_shortest_settings_are_enough()
    {
        var settings = Parse("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"integration"}""");

        Assert.Equal(("Default", "24.200.001", "WO", 1, false), (settings.Endpoint, settings.EndpointVersion, settings.OrderType, settings.Seats, settings.UniqueReference));
        Assert.Equal(TimeSpan.FromMinutes(35), settings.LongestLateCommit);
    }

    [Theory]
    [InlineData("""{"clientId":"1f2e@Shop","username":"u"}""", "tenant")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Other","username":"u"}""", "clientId")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"u","ordertyp":"WO"}""", "ordertyp")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"u","orderType":"WEB"}""", "orderType")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"u","seats":0}""", "seats")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"u","seats":"2"}""", "seats")]
    [InlineData("""{"tenant":"Shop","clientId":"1f2e@Shop","username":"u","priceDecimals":9}""", "priceDecimals")]
    public void A_mistake_names_file_key_and_fix(string json, string key)
    {
        var error = Assert.Throws<PairFileException>(() => Parse(json));

        Assert.Equal("pairs/shop.json", error.File);
        Assert.Contains(key, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(error.Fix);
    }

    private static AcumaticaSettings Parse(string json) => AcumaticaSettings.Parse(new ConnectionDefinition
    {
        Name = "erp", Kind = "acumatica", Url = new Uri("https://erp.example/"), File = "pairs/shop.json", Settings = JsonNode.Parse(json)!.AsObject(),
    });
}
