using System.Text;
using Integration.Contracts.Records;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Hints;
using Integration.Dynamics.Hints;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Fulfilment;

public sealed class EventHintsTests
{
    private const string Envelope = """
        "BusinessEventLegalEntity":"USMF","ContextRecordSubject":"","ControlNumber":5637611090,"EventId":"6F0B5C6E-6A55-4F8B-9B52-0C7C1C8B2A11","EventTime":"/Date(1672408275000)/",
        "EventTimeIso8601":"2022-12-30T13:51:15.2942742Z","InitiatingUserAADObjectId":"{00000000-0000-0000-0000-000000000000}","MajorVersion":0,"MinorVersion":0,"ParentContextRecordSubjects":[]
        """;

    [Fact]
    public void A_change_of_stock_names_the_item() => Assert.Equal([(Entities.Stock, "D0001")], Hints($$"""
        {"BusinessEventId":"XCIInventoryOnHandChangedBusinessEvent",{{Envelope}},"ItemNumber":"D0001","ProductColorId":"","InventorySiteId":"1","InventoryWarehouseId":"11","LegalEntity":"USMF"}
        """));

    [Fact]
    public void A_shipped_order_names_order_and_packing_slip() => Assert.Equal([(Entities.Order, "000891"), (Entities.Shipment, "000891/PS-000045")], Hints($$"""
        {"BusinessEventId":"XCISalesOrderShippedBusinessEvent",{{Envelope}},"SalesOrderNumber":"000891","PackingSlipNumber":"PS-000045","DeliveryDate":"/Date(1672358400000)/","LegalEntity":"USMF"}
        """));

    [Fact]
    public void A_posted_invoice_names_its_order() => Assert.Equal([(Entities.Order, "000891")], Hints($$"""
        {"BusinessEventId":"SalesInvoicePostedBusinessEvent",{{Envelope}},"InvoiceAccount":"US-001","InvoiceId":"CIV-000123","SalesOrderId":"000891","InvoiceAmountInAccountingCurrency":53.93,"LegalEntity":"USMF"}
        """));

    [Fact]
    public void An_old_envelope_is_enough() => Assert.Equal([(Entities.Order, "000891")], Hints("""
        {"BusinessEventId":"SalesInvoicePostedBusinessEvent","ControlNumber":1,"EventId":"1","EventTime":"/Date(1)/","MajorVersion":0,"SalesOrderId":"000891","LegalEntity":"usmf"}
        """));

    [Fact]
    public void Names_of_extensions_are_a_matter_of_the_settings()
    {
        var settings = FinanceBench.Usual with { Events = new EventNames { InventoryChanged = "ContosoStockChangedBusinessEvent" } };

        Assert.Equal([(Entities.Stock, "D0001")], Hints($$"""{"BusinessEventId":"ContosoStockChangedBusinessEvent",{{Envelope}},"ItemNumber":"D0001"}""", settings));
        Assert.Empty(Hints($$"""{"BusinessEventId":"XCIInventoryOnHandChangedBusinessEvent",{{Envelope}},"ItemNumber":"D0001"}""", settings)!);
    }

    [Theory]
    [InlineData("""{"BusinessEventId":"XCISalesOrderShippedBusinessEvent","BusinessEventLegalEntity":"DEMF","SalesOrderNumber":"000891"}""")]
    [InlineData("""{"BusinessEventId":"XCISalesOrderShippedBusinessEvent","BusinessEventLegalEntity":"USMF","LegalEntity":"DEMF","SalesOrderNumber":"000891"}""")]
    [InlineData("""{"BusinessEventId":"XCISalesOrderShippedBusinessEvent","SalesOrderNumber":"000891"}""")]
    [InlineData("""{"BusinessEventId":"PurchaseOrderConfirmedBusinessEvent","BusinessEventLegalEntity":"USMF","SalesOrderNumber":"000891","ItemNumber":"D0001"}""")]
    [InlineData("""{"BusinessEventId":"XCISalesOrderShippedBusinessEvent","BusinessEventLegalEntity":"USMF"}""")]
    [InlineData("""{"Inserted":[{"OrderNbr":"000891"}]}""")]
    [InlineData("{}")]
    public void What_is_not_ours_or_names_nothing_known_gives_no_hint(string body) => Assert.Empty(Hints(body)!);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("""{"BusinessEventId":"SalesInvoicePosted""")]
    [InlineData("""{"BusinessEventId":"x","BusinessEventId":"y"}""")]
    [InlineData("""{"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"a\nb"}""")]
    public void What_is_no_event_is_refused(string body) => Assert.Null(Hints(body));

    [Fact]
    public void A_key_that_is_too_long_is_refused() => Assert.Null(Hints($$"""{"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"{{new string('9', 201)}}"}"""));

    [Fact]
    public void Several_events_in_one_body_are_all_taken_once() => Assert.Equal([(Entities.Order, "1"), (Entities.Order, "2")], Hints("""
        [{"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"1"},{"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"2"},
         {"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf","SalesOrderId":"1"}]
        """));

    [Fact]
    public void A_data_event_of_an_order_names_it() => Assert.Equal([(Entities.Order, "000891")], Hints(DataEvent(
        "OnExternalUpdated", "mserp_salesorderheaderv3entity", """{"key":"mserp_salesordernumber","value":"000891"},{"key":"mserp_salesorderstatus","value":{"__type":"OptionSetValue:x","Value":200000001}},{"key":"mserp_dataareaid","value":"usmf"}""")));

    [Fact]
    public void A_data_event_of_tracking_names_the_packing_slip() => Assert.Equal([(Entities.Order, "000891"), (Entities.Shipment, "000891/PS-1")], Hints(DataEvent(
        "OnExternalCreated", "mserp_packingsliptrackinginformationentity", """{"key":"mserp_salesordernumber","value":"000891"},{"key":"mserp_packingslipnumber","value":"PS-1"},{"key":"mserp_dataareaid","value":"USMF"}""")));

    [Theory]
    [InlineData("OnExternalCreated", "mserp_custcustomergroupentity", """{"key":"mserp_customergroupid","value":"Default"},{"key":"mserp_dataareaid","value":"usmf"}""")]
    [InlineData("OnExternalUpdated", "mserp_salesorderheaderv3entity", """{"key":"mserp_salesordernumber","value":"000891"},{"key":"mserp_dataareaid","value":"demf"}""")]
    [InlineData("OnExternalUpdated", "mserp_salesorderheaderv3entity", """{"key":"mserp_salesordernumber","value":"000891"}""")]
    [InlineData("Update", "salesorder", """{"key":"mserp_salesordernumber","value":"000891"},{"key":"mserp_dataareaid","value":"usmf"}""")]
    public void Other_data_events_give_no_hint(string message, string entity, string attributes) => Assert.Empty(Hints(DataEvent(message, entity, attributes))!);

    [Theory]
    [InlineData("000891", "PS-1")]
    [InlineData("SO/2026/1", "PS%1|2")]
    public void The_id_of_a_packing_slip_is_read_back(string order, string slip)
    {
        var id = new PackingSlipId(order, slip);

        Assert.Equal(id, PackingSlipId.Parse(id.ToString()));
        Assert.DoesNotContain('|', id.ToString());
    }

    [Theory]
    [InlineData("000999")]
    [InlineData("/PS-1")]
    [InlineData("1/2/3")]
    public void What_is_no_id_of_a_packing_slip_is_told(string id) => Assert.Null(PackingSlipId.Parse(id));

    private static IReadOnlyList<(string Entity, string Id)>? Hints(string body, DynamicsSettings? settings = null) =>
        new DynamicsPush(new EventHints(settings ?? FinanceBench.Usual)).Read(Encoding.UTF8.GetBytes(body))?.Records;

    private static string DataEvent(string message, string entity, string attributes) => $$$"""
        {"MessageName":"{{{message}}}","OperationCreatedOn":"/Date(1784051293000+0000)/","PrimaryEntityId":"00000000-0000-0000-0000-000000000000","PrimaryEntityName":"{{{entity}}}",
         "InputParameters":[{"key":"Target","value":{"__type":"Entity:http://schemas.microsoft.com/xrm/2011/Contracts","Attributes":[{{{attributes}}}],"Id":"00004951-0000-0000-5e1a-005001000000","LogicalName":"{{{entity}}}"}}]}
        """;
}
