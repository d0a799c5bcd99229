using System.Text;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Hints;
using Integration.Dynamics.Hints;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Hints;

public sealed class WebhookHintsTests
{
    private const string Ours = "ours";
    private const string Record = "00000000-0000-0000-0000-0000000000d1";
    private const string Other = "00000000-0000-0000-0000-0000000000e2";

    [Theory]
    [InlineData("salesorder", "msdyn_salesordernumber", Entities.Order)]
    [InlineData("account", "accountnumber", Entities.Customer)]
    [InlineData("contact", "msdyn_contactpersonid", Entities.Customer)]
    [InlineData("product", "msdyn_itemnumber", Entities.Product)]
    public void With_dual_write_a_record_goes_by_its_number_in_Finance_from_the_change_or_an_image(string table, string column, string entity)
    {
        var record = $$"""{"Attributes":[{"key":"{{column}}","value":" 000891"}]}""";

        Assert.Equal([(entity, "000891")], OfDualWrite(Body(table, $$"""{"key":"Target","value":{{record}} }""")));
        Assert.Equal([(entity, "000891")], OfDualWrite($$"""{"MessageName":"Update","PrimaryEntityName":"{{table}}","PrimaryEntityId":"{{Record}}","InputParameters":[],"PostEntityImages":[{"key":"after","value":{{record}} }]}"""));
    }

    [Theory]
    [InlineData("salesorder", "")]
    [InlineData("salesorder", """{"key":"Target","value":{"Attributes":[{"key":"msdyn_salesordernumber","value":null}]}}""")]
    [InlineData("salesorder", """{"key":"Target","value":{"Attributes":[{"key":"msdyn_salesordernumber","value":"0\u00001"}]}}""")]
    [InlineData("salesorderdetail", """{"key":"Target","value":{"Attributes":[{"key":"salesorderid","value":{"Id":"00000000-0000-0000-0000-0000000000e2"}}]}}""")]
    [InlineData("invoice", """{"key":"Target","value":{"Attributes":[{"key":"msdyn_invoicenumber","value":"CIV-1"}]}}""")]
    public void With_dual_write_a_change_that_does_not_show_the_number_names_nothing(string table, string parameter) => Assert.Empty(OfDualWrite(Body(table, parameter))!);

    [Fact]
    public void With_dual_write_our_own_writes_name_nothing_either() => Assert.Empty(OfDualWrite($$"""
        {"MessageName":"Update","PrimaryEntityName":"salesorder","PrimaryEntityId":"{{Record}}","SharedVariables":[{"key":"tag","value":"{{Ours}}"}],
         "InputParameters":[{"key":"Target","value":{"Attributes":[{"key":"msdyn_salesordernumber","value":"000891"}]} }]}
        """)!);

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

    private static IReadOnlyList<(string Entity, string Id)>? Hints(string body) => Read(body, SalesRecords.Of);

    private static IReadOnlyList<(string Entity, string Id)>? OfDualWrite(string body) => Read(body, DualWriteRecords.Of);

    private static IReadOnlyList<(string Entity, string Id)>? Read(string body, Func<WebhookBody, IEnumerable<(string Entity, string Id)>> records) =>
        new DynamicsPush(new WebhookHints(Ours, records)).Read(Encoding.UTF8.GetBytes(body))?.Records;

    private static string Body(string table, string parameter) =>
        $$"""{"MessageName":"Update","PrimaryEntityName":"{{table}}","PrimaryEntityId":"{{Record}}","SharedVariables":[],"InputParameters":[{{parameter}}]}""";

    private static string Tagged(string tag) =>
        $$"""{"MessageName":"Update","PrimaryEntityName":"salesorder","PrimaryEntityId":"{{Record}}","SharedVariables":[{"key":"IsAutoTransact","value":true},{"key":"tag","value":"{{tag}}"}]}""";
}
