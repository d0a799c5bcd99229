using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics;
using Integration.Platform.Secrets;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Dynamics;

public sealed class FactoryTests
{
    [Fact]
    public void A_connection_makes_an_erp_that_names_what_it_lacks()
    {
        using var factory = Factory();

        var erp = Assert.IsType<IErp>(factory.Create(Connection(("clientSecret", "fno-secret"))), exactMatch: false);

        Assert.Equal(("erp", "dynamics", TimeSpan.FromMinutes(35)), (erp.Connection, factory.Kind, erp.LongestLateCommit));
        Assert.False(erp.Capabilities.ChangedSince);
        Assert.False(erp.Capabilities.UniqueOrderReference);
        Assert.Equal((null, null, null, null), (erp.Payments, erp.Returns, erp.Products, erp.CustomerRecords));
        Assert.NotNull(erp.Stock);
        Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains("Payments, returns, products", StringComparison.Ordinal));
        Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains("cancelled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("")]
    public void A_connection_without_secret_and_certificate_is_refused(string secret)
    {
        using var factory = Factory();

        var error = Assert.Throws<PairFileException>(() => factory.Create(secret.Length == 0 ? Connection() : Connection((secret, "x"))));

        Assert.Contains("clientSecret", error.Message, StringComparison.Ordinal);
    }

    private static DynamicsConnectorFactory Factory() => new(new NoSecrets(), TimeProvider.System, NullLogger<DynamicsConnector>.Instance);

    private static ConnectionDefinition Connection(params (string Key, string Name)[] secrets) => new()
    {
        Name = "erp", Kind = "dynamics", Url = new Uri("https://erp.example/"), File = "pairs/shop.json", Secrets = secrets.ToDictionary(secret => secret.Key, secret => secret.Name),
        Settings = JsonNode.Parse("""{"mode":"fno","tenantId":"contoso","clientId":"1f2e","legalEntity":"usmf","customerGroup":"WEB"}""")!.AsObject(),
    };

    private sealed class NoSecrets : ISecrets
    {
        public string? Get(string name) => null;

        public string Require(string name) => throw new InvalidOperationException(name);
    }
}
