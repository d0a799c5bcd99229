using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics;
using Xunit;

namespace Integration.Tests.Unit.Dynamics;

public sealed class SettingsTests
{
    private const string Shortest = """ "mode":"fno","tenantId":"contoso.example","clientId":"1f2e","legalEntity":"usmf","customerGroup":"WEB" """;

    [Fact]
    public void The_shortest_settings_are_enough()
    {
        var settings = Parse($$"""{ {{Shortest}} }""");

        Assert.Equal(("https://login.microsoftonline.com", Numbering.Erp, "SalesOrderHeadersV3", "SalesOrderLines", CancelBy.Person),
            (settings.Authority, settings.Numbering, settings.HeaderEntity, settings.LineEntity, settings.Cancellation.By));
        Assert.Equal("https://erp.example/.default", settings.ScopeOf(Connection(new JsonObject())));
        Assert.Equal(["SHIPPING", "SALESTAX", "DISCOUNT", "GIFTWRAP", "ROUNDING"], settings.Items.All().Select(item => item.Item));
    }

    [Theory]
    [InlineData(""" "tenantId":"c","clientId":"1","legalEntity":"usmf","customerGroup":"WEB" """, "mode")]
    [InlineData(""" "mode":"crm","tenantId":"c","clientId":"1","legalEntity":"usmf","customerGroup":"WEB" """, "mode")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1" """, "dataverse.priceLists")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1","dataverse":{"priceLists":{"USD":"Web"}},"finance":{"url":"https://f.example/"} """, "finance")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1","dataverse":{"priceLists":{"USD":"Web"},"externalId":"Shop Id"} """, "dataverse.externalId")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1","dataverse":{"priceLists":{"USD":""}} """, "dataverse.priceLists")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1","guestCustomer":"WEBGUEST","dataverse":{"priceLists":{"USD":"Web"}} """, "guestCustomer")]
    [InlineData(""" "mode":"dataverse","tenantId":"c","clientId":"1","pageSize":6000,"dataverse":{"priceLists":{"USD":"Web"}} """, "pageSize")]
    [InlineData(""" "mode":"dataverse+fno","tenantId":"c","clientId":"1","legalEntity":"usmf","customerGroup":"WEB","dataverse":{"priceLists":{"USD":"Web"}},"finance":{"url":"http://f.example/"} """, "finance.url")]
    [InlineData(""" "mode":"dataverse+fno","tenantId":"c","clientId":"1","customerGroup":"WEB","dataverse":{"priceLists":{"USD":"Web"}},"finance":{"url":"https://f.example/"} """, "legalEntity")]
    [InlineData(""" "mode":"dataverse+fno","tenantId":"c","clientId":"1","legalEntity":"usmf","customerGroup":"WEB","dataverse":{"priceLists":{"USD":"Web"}} """, "finance")]
    [InlineData(""" "mode":"fno","clientId":"1","legalEntity":"usmf","customerGroup":"WEB" """, "tenantId")]
    [InlineData(""" "mode":"fno","tenantId":"../common","clientId":"1","legalEntity":"usmf","customerGroup":"WEB" """, "tenantId")]
    [InlineData(""" "mode":"fno","tenantId":"c","clientId":"","legalEntity":"usmf","customerGroup":"WEB" """, "clientId")]
    [InlineData(""" "mode":"fno","tenantId":"c","clientId":"1","customerGroup":"WEB" """, "legalEntity")]
    [InlineData(""" "mode":"fno","tenantId":"c","clientId":"1","legalEntity":"usmf1","customerGroup":"WEB" """, "legalEntity")]
    [InlineData(""" "mode":"fno","tenantId":"c","clientId":"1","legalEntity":"u'f","customerGroup":"WEB" """, "legalEntity")]
    [InlineData(""" "mode":"fno","tenantId":"c","clientId":"1","legalEntity":"usmf","customerGroup":" " """, "customerGroup")]
    public void A_missing_or_wrong_key_names_file_key_and_fix(string json, string key) => Refused($$"""{ {{json}} }""", key);

    [Theory]
    [InlineData(""" "companyCode":"x" """, "companyCode")]
    [InlineData(""" "authority":"http://login.example" """, "authority")]
    [InlineData(""" "authority":"https://login.example/tenant" """, "authority")]
    [InlineData(""" "scope":"https://erp.example/user_impersonation" """, "scope")]
    [InlineData(""" "numbering":"shop" """, "numbering")]
    [InlineData(""" "headerEntity":"SalesOrderHeaders" """, "headerEntity")]
    [InlineData(""" "lineEntity":"SalesOrderLinesV2" """, "lineEntity")]
    [InlineData(""" "headerEntity":"SalesOrderHeadersV4" """, "numbering")]
    [InlineData(""" "items":{"shipping":""} """, "items.shipping")]
    [InlineData(""" "priceDecimals":9 """, "priceDecimals")]
    [InlineData(""" "pageSize":20000 """, "pageSize")]
    [InlineData(""" "shipmentsWithin":"00:10:00" """, "shipmentsWithin")]
    [InlineData(""" "listEvery":"-00:01:00" """, "listEvery")]
    [InlineData(""" "customerFields":["SalesMemos"] """, "customerFields")]
    [InlineData(""" "products":{"nameField":"Name,Price"} """, "products.nameField")]
    [InlineData(""" "returns":{"reason":" "} """, "returns.reason")]
    [InlineData(""" "returns":{"creditOnlyDisposition":""} """, "returns.creditOnlyDisposition")]
    [InlineData(""" "payments":{"journal":" "} """, "payments.journal")]
    [InlineData(""" "payments":{"generalJournal":""} """, "payments.generalJournal")]
    [InlineData(""" "payments":{"offsetAccountType":"Cust"} """, "payments.offsetAccountType")]
    [InlineData(""" "payments":{"offsetAccount":""} """, "payments.offsetAccount")]
    [InlineData(""" "payments":{"longestKey":200} """, "payments.longestKey")]
    [InlineData(""" "payments":{"method":"CARD"} """, "method")]
    [InlineData(""" "cancellation":{"by":"action"} """, "cancelAction")]
    [InlineData(""" "cancellation":{"by":"action","cancelAction":"x/y"} """, "cancelAction")]
    public void A_mistake_names_file_key_and_fix(string more, string key) => Refused($$"""{ {{Shortest}}, {{more}} }""", key);

    [Fact]
    public void Both_back_ends_have_an_address_and_tokens_of_their_own()
    {
        var connection = Connection(new JsonObject());
        var both = Shortest.Replace("\"fno\"", "\"dataverse+fno\"", StringComparison.Ordinal);
        var settings = Parse($$"""{ {{both}}, "finance": { "url": "https://books.example/" }, "dataverse": { "priceLists": { "USD": "Web" } } }""");

        Assert.Equal(("https://erp.example/.default", "https://books.example/.default", "https://books.example/"),
            (settings.ScopeOf(connection), settings.FinanceScopeOf(connection), settings.FinanceOf(connection).Url.AbsoluteUri));
        Assert.Equal((true, true, true, "msdyn_externalitemnumber"), (settings.HasDataverse, settings.HasFinance, settings.HasDualWrite, settings.LineKeyColumn));
    }

    [Theory]
    [InlineData("""{}""", CountsOrdersFrom.Reserved)]
    [InlineData("""{"reservation":"automatic"}""", CountsOrdersFrom.Created)]
    [InlineData("""{"quantity":"onHand","reservation":"automatic"}""", CountsOrdersFrom.Shipped)]
    [InlineData("""{"countsOrdersFrom":"offHold"}""", CountsOrdersFrom.OffHold)]
    public void Orders_count_from_the_state_in_which_the_figure_falls(string stock, CountsOrdersFrom counts) =>
        Assert.Equal(counts, Parse($$"""{ {{Shortest}}, "stock": {{stock}} }""").Stock.Counts);

    [Fact]
    public void The_new_header_needs_numbers_of_ours() =>
        Assert.Equal("SalesOrderHeadersV4", Parse($$"""{ {{Shortest}}, "numbering":"ours", "headerEntity":"SalesOrderHeadersV4", "lineEntity":"SalesOrderLinesV3" }""").HeaderEntity);

    private static void Refused(string json, string key)
    {
        var error = Assert.Throws<PairFileException>(() => Parse(json));

        Assert.Equal("pairs/shop.json", error.File);
        Assert.Contains(key, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(error.Fix);
    }

    private static DynamicsSettings Parse(string json) => DynamicsSettings.Parse(Connection(JsonNode.Parse(json)!.AsObject()));

    private static ConnectionDefinition Connection(JsonObject settings) => new() { Name = "erp", Kind = "dynamics", Url = new Uri("https://erp.example/"), File = "pairs/shop.json", Settings = settings };
}
