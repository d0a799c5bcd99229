using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Secrets;
using Integration.XCart;
using Integration.XCart.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Integration.Tests.Unit.XCart.Setup;

public sealed class SetupTests
{
    [Fact]
    public void Settings_have_sensible_defaults()
    {
        var settings = XCartSettings.Of(ShopPairs.Shop());

        Assert.Equal(("admin.php", null as TimeSpan?, TimeSpan.FromMinutes(2), 200), (settings.AdminScript, settings.MinimumAge, settings.HalfMadeFor, settings.RelookMost));
    }

    [Fact]
    public void Recent_orders_are_read_again_unless_that_is_switched_off()
    {
        Assert.Equal(new RelookSchedule(TimeSpan.FromMinutes(10), TimeSpan.FromDays(3), 200), XCartSettings.Of(ShopPairs.Shop()).Relook);
        Assert.Null(XCartSettings.Of(ShopPairs.Shop(new JsonObject { ["relookDays"] = 0 })).Relook);
    }

    [Fact]
    public void Customers_are_read_slowly_unless_that_is_switched_off()
    {
        Assert.Equal(new CrawlSchedule(TimeSpan.FromHours(24), TimeSpan.FromSeconds(30)), XCartSettings.Of(ShopPairs.Shop()).Customers);
        Assert.Equal(TimeSpan.FromSeconds(5), XCartSettings.Of(ShopPairs.Shop(new JsonObject { ["customerPageSeconds"] = 5 })).Customers?.BetweenPages);
        Assert.Null(XCartSettings.Of(ShopPairs.Shop(new JsonObject { ["customerHours"] = 0 })).Customers);
    }

    [Theory]
    [InlineData("""{"customerPageSeconds":0}""", "storefront.settings.customerPageSeconds")]
    [InlineData("""{"adminscript":"a.php"}""", "storefront.settings.adminscript")]
    [InlineData("""{"adminScript":"../x?y"}""", "storefront.settings.adminScript")]
    [InlineData("""{"adminScript":5}""", "storefront.settings.adminScript")]
    [InlineData("""{"pageSize":1}""", "storefront.settings.pageSize")]
    [InlineData("""{"minimumAgeSeconds":"5"}""", "storefront.settings.minimumAgeSeconds")]
    [InlineData("""{"halfMadeSeconds":2.5}""", "storefront.settings.halfMadeSeconds")]
    [InlineData("""{"api":"5.3"}""", "storefront.settings.api")]
    [InlineData("""{"api":5.5}""", "storefront.settings.api")]
    [InlineData("""{"guestsByLogin":"yes"}""", "storefront.settings.guestsByLogin")]
    [InlineData("""{"relookMinutes":0}""", "storefront.settings.relookMinutes")]
    public void A_setting_that_is_not_understood_names_file_key_and_fix(string settings, string key)
    {
        var fault = Assert.Throws<PairFileException>(() => XCartSettings.Of(ShopPairs.Shop(JsonNode.Parse(settings)!.AsObject())));

        Assert.Equal(("pairs/test.json", key), (fault.File, fault.Key));
        Assert.NotEmpty(fault.Fix);
    }

    [Fact]
    public void Secrets_are_taken_by_name_and_never_shown()
    {
        var factory = Factory();
        var connection = ShopPairs.Shop() with { Secrets = new Dictionary<string, string> { ["key"] = "xc1-key", ["readKey"] = "xc1-read" } };

        // A description that changed must take effect; sharing per connection is the hosting's business.
        Assert.NotSame(factory.Create(connection), factory.Create(connection with { ConcurrentCalls = 2 }));
        Assert.Equal("xc1", factory.Create(connection).Connection);
        Assert.DoesNotContain("rw-key-0001", new ShopKeys("rw-key-0001", "ro").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "storefront.secrets.key")]
    [InlineData("key=nowhere", "storefront.secrets.key")]
    [InlineData("key=xc1-key,readKey=nowhere", "storefront.secrets.readKey")]
    [InlineData("key=xc1-key,token=xc1-key", "storefront.secrets.token")]
    public void A_missing_or_unknown_secret_names_its_key(string secrets, string key)
    {
        var named = secrets.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(secret => secret.Split('=')).ToDictionary(secret => secret[0], secret => secret[1]);

        Assert.Equal(key, Assert.Throws<PairFileException>(() => Factory().Create(ShopPairs.Shop() with { Secrets = named })).Key);
    }

    private static IConnectorFactory Factory() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<ISecrets>(new TwoKeys())
        .AddXCartGateway(new ConfigurationBuilder().Build())
        .BuildServiceProvider()
        .GetServices<IConnectorFactory>().Single(factory => factory.Kind == "xcart");

    private sealed class TwoKeys : ISecrets
    {
        public string? Get(string name) => name is "xc1-key" or "xc1-read" ? $"value of {name}" : null;

        public string Require(string name) => Get(name) ?? throw new InvalidOperationException(name);
    }
}
