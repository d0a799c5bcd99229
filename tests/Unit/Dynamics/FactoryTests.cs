using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
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
        Assert.All((object?[])[erp.Payments, erp.Products, erp.CustomerRecords, erp.Stock, erp.Returns], port => Assert.NotNull(port));
        Assert.Equal(["customers.toErp", "customers.toStore", "returns.toErp", "payments.toErp", "journals.toErp"], erp.Mappings.Select(mapping => mapping.Name));
        Assert.Equal([Entities.Order], erp.Lists.Select(list => list.Entity));
        Assert.Equal([Entities.Return], erp.Unlisted.Keys);
        foreach (var lacking in (string[])["Products and their prices", "settlement", "Journals are posted"])
            Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains(lacking, StringComparison.Ordinal));
        Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains("cancelled", StringComparison.Ordinal));
    }

    [Fact]
    public void Sales_alone_has_no_money_and_says_so()
    {
        using var factory = Factory();

        var erp = Assert.IsType<IErp>(factory.Create(In("""{"mode":"dataverse","tenantId":"contoso","clientId":"1f2e","dataverse":{"priceLists":{"USD":"Web"}}}""")), exactMatch: false);

        Assert.True(erp.Capabilities.UniqueOrderReference && erp.Capabilities.ChangedSince);
        Assert.Null(erp.Payments);
        Assert.Null(erp.Returns);
        Assert.All((object?[])[erp.Products, erp.CustomerRecords, erp.Stock, erp.Customers, erp.Fulfilment], port => Assert.NotNull(port));
        Assert.Equal(["customers.toErp", "customers.toStore"], erp.Mappings.Select(mapping => mapping.Name));
        foreach (var lacking in (string[])["no payments", "quantityonhand", "invoices", "Returns"])
            Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains(lacking, StringComparison.Ordinal));
    }

    [Fact]
    public void With_dual_write_orders_are_Dataverses_and_everything_after_them_is_Finances()
    {
        using var factory = Factory();

        var erp = Assert.IsType<IErp>(factory.Create(In("""
            {"mode":"dataverse+fno","tenantId":"contoso","clientId":"1f2e","legalEntity":"usmf","customerGroup":"WEB","finance":{"url":"https://books.example/"},"dataverse":{"priceLists":{"USD":"Web"}}}
            """)), exactMatch: false);

        Assert.True(erp.Capabilities.UniqueOrderReference);
        Assert.IsType<Integration.Dynamics.Dataverse.SalesOrders.DataverseSalesOrders>(erp.SalesOrders);
        Assert.NotNull(erp.Payments);
        Assert.NotNull(erp.Returns);
        Assert.IsType<Integration.Dynamics.Finance.Fulfilment.FinanceFulfilment>(erp.Fulfilment);
        Assert.Contains(erp.Capabilities.Unsupported, lack => lack.Contains("dual-write", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"mode":"fno","tenantId":"contoso","clientId":"1f2e","legalEntity":"usmf","customerGroup":"WEB"}""", 1, 0)]
    [InlineData("""{"mode":"dataverse","tenantId":"contoso","clientId":"1f2e","dataverse":{"priceLists":{"USD":"Web"}}}""", null, 1)]
    [InlineData("""
        {"mode":"dataverse+fno","tenantId":"contoso","clientId":"1f2e","legalEntity":"usmf","customerGroup":"WEB","finance":{"url":"https://books.example/"},"dataverse":{"priceLists":{"USD":"Web"}}}
        """, 1, 1)]
    public void Each_mode_understands_what_its_systems_push(string settings, int? byBusinessEvent, int byWebhook)
    {
        using var factory = Factory();

        var push = Assert.IsType<IErp>(factory.Create(In(settings)), exactMatch: false).Push!;

        Assert.Equal(byBusinessEvent, push.Read("""{"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"000891"}"""u8)?.Records.Count);
        Assert.Equal(byWebhook, push.Read("""
            {"MessageName":"Create","PrimaryEntityName":"salesorder","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1",
             "InputParameters":[{"key":"Target","value":{"Attributes":[{"key":"msdyn_salesordernumber","value":"000891"}]}}]}
            """u8)?.Records.Count);
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

    private static ConnectionDefinition In(string settings) => Connection(("clientSecret", "secret")) with { Settings = JsonNode.Parse(settings)!.AsObject() };

    private sealed class NoSecrets : ISecrets
    {
        public string? Get(string name) => null;

        public string Require(string name) => throw new InvalidOperationException(name);
    }
}
