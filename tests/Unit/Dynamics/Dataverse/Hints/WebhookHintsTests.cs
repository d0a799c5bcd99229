using System.Text;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Hints;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Hints;

public sealed class WebhookHintsTests
{
    private const string Ours = "ours";
    private const string Record = "00000000-0000-0000-0000-0000000000d1";
    private const string Other = "00000000-0000-0000-0000-0000000000e2";

    [Theory]
    [InlineData("salesorder", Entities.Order)]
    [InlineData("invoice", Entities.Shipment)]
    [InlineData("account", Entities.Customer)]
    [InlineData("product", Entities.Product)]
    public void The_records_id_is_enough_so_that_a_body_that_was_cut_is_too(string table, string entity) =>
        Assert.Equal([(entity, Record)], Hints($$"""{"MessageName":"Update","PrimaryEntityName":"{{table}}","PrimaryEntityId":"{{Record.ToUpperInvariant()}}","InputParameters":[]}"""));

    [Theory]
    [InlineData("salesorderdetail", "salesorderid", Entities.Order)]
    [InlineData("invoicedetail", "invoiceid", Entities.Shipment)]
    [InlineData("productpricelevel", "productid", Entities.Product)]
    public void A_part_names_its_whole_by_its_lookup_or_an_image_of_it(string table, string lookup, string entity)
    {
        var record = $$"""{"Attributes":[{"key":"{{lookup}}","value":{"__type":"EntityReference:x","Id":"{{Other}}","LogicalName":"x"} }]}""";

        Assert.Equal([(entity, Other)], Hints(Body(table, $$"""{"key":"Target","value":{{record}} }""")));
        Assert.Equal([(entity, Other)], Hints($$"""{"MessageName":"Delete","PrimaryEntityName":"{{table}}","PrimaryEntityId":"{{Record}}","PreEntityImages":[{"key":"before","value":{{record}} }]}"""));
        Assert.Empty(Hints(Body(table, ""))!);
    }

    [Fact]
    public void A_product_whose_number_is_shown_names_its_stock_and_an_invoice_its_order()
    {
        Assert.Equal([(Entities.Product, Record), (Entities.Stock, "LAMP-ZÜRICH")], Hints(Body("product", """{"key":"Target","value":{"Attributes":[{"key":"quantityonhand","value":3},{"key":"productnumber","value":"LAMP-ZÜRICH"}]}}""")));
        Assert.Equal([(Entities.Shipment, Record), (Entities.Order, Other)], Hints(Body("invoice", $$"""{"key":"Target","value":{"Attributes":[{"key":"salesorderid","value":{"Id":"{{Other}}"} }]} }""")));
    }

    [Fact]
    public void An_echo_of_our_own_write_names_nothing_and_the_tag_of_another_is_no_echo()
    {
        Assert.Empty(Hints(Tagged(Ours))!);
        Assert.Equal([(Entities.Order, Record)], Hints(Tagged("nightly-import")));
    }

    [Theory]
    [InlineData("""{"MessageName":"Update","PrimaryEntityName":"lead","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1"}""")]
    [InlineData("""{"MessageName":"CreateMultiple","PrimaryEntityName":"account","PrimaryEntityId":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"MessageName":"Update","PrimaryEntityName":"productpricelevel","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1","InputParameters":[{"key":"Target","value":{"Attributes":[{"key":"productid","value":{"Id":"x"}}]}}]}""")]
    public void Other_tables_and_messages_name_nothing(string body) => Assert.Empty(Hints(body)!);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"MessageName":"Update","PrimaryEntityName":"account","PrimaryEntityId":"not an id"}""")]
    [InlineData("""{"MessageName":"Update","PrimaryEntityName":"account","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1" """)]
    [InlineData("""{"MessageName":"\ud800","PrimaryEntityName":"account","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1"}""")]
    [InlineData("""{"MessageName":"OnExternalUpdated","PrimaryEntityName":"mserp_salesorderheaderv3entity","PrimaryEntityId":"00000000-0000-0000-0000-000000000000"}""")]
    public void What_is_no_webhook_is_told(string body) => Assert.Null(Hints(body));

    private static IReadOnlyList<(string Entity, string Id)>? Hints(string body) => WebhookHints.Of(Encoding.UTF8.GetBytes(body), Ours);

    private static string Body(string table, string parameter) =>
        $$"""{"MessageName":"Update","PrimaryEntityName":"{{table}}","PrimaryEntityId":"{{Record}}","SharedVariables":[],"InputParameters":[{{parameter}}]}""";

    private static string Tagged(string tag) =>
        $$"""{"MessageName":"Update","PrimaryEntityName":"salesorder","PrimaryEntityId":"{{Record}}","SharedVariables":[{"key":"IsAutoTransact","value":true},{"key":"tag","value":"{{tag}}"}]}""";
}
