using System.Text;
using System.Text.Json.Nodes;
using Integration.Acumatica;
using Integration.Acumatica.Fulfilment;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Shipments;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Fulfilment;

public sealed class ReadingTests
{
    private static readonly AcumaticaSettings Settings = new() { Tenant = "T", ClientId = "x@T", Username = "u" };

    [Fact]
    public void A_shipment_is_split_by_order_and_its_tracking_numbers_are_distinct()
    {
        var shipment = Assert.IsType<ReadOutcome<ErpShipment>.Found>(Shipment("Confirmed")).Value;

        Assert.Equal("000007", shipment.Id);
        Assert.Equal(["WO/000001", "WO/000002"], shipment.ByOrder.Keys.Order());
        var first = shipment.ByOrder["WO/000001"];
        Assert.Equal(new DateOnly(2026, 3, 1), first.ShippedOn);
        Assert.Equal("GROUND", first.Carrier);
        Assert.Equal(["1Z1", "1Z2"], first.TrackingNumbers);
        Assert.Equal([new ShipmentLine("1", "MUG-01", 3m)], first.Lines);
        Assert.Equal([new ShipmentLine("4", "PEN-10", 1m)], shipment.ByOrder["WO/000002"].Lines);
    }

    [Theory]
    [InlineData("On Hold")]
    [InlineData("Open")]
    public void An_unconfirmed_shipment_is_told_as_such(string status) => Assert.False(Assert.IsType<ReadOutcome<ErpShipment>.Found>(Shipment(status)).Value.IsConfirmed);

    [Theory]
    [InlineData("Invoiced")]
    [InlineData("Completed")]
    public void An_invoiced_shipment_is_still_one(string status) => Assert.IsType<ReadOutcome<ErpShipment>.Found>(Shipment(status));

    [Theory]
    [InlineData("On Hold", ErpOrderStatus.OnHold)]
    [InlineData("Pending Approval", ErpOrderStatus.OnHold)]
    [InlineData("Credit Hold", ErpOrderStatus.CreditHold)]
    [InlineData("Awaiting Payment", ErpOrderStatus.Open)]
    [InlineData("Back Order", ErpOrderStatus.Shipping)]
    [InlineData("Completed", ErpOrderStatus.Completed)]
    [InlineData("Canceled", ErpOrderStatus.Cancelled)]
    [InlineData("Expired", ErpOrderStatus.Unknown)]
    [InlineData("Storniert", ErpOrderStatus.Unknown)]
    public void Statuses_are_translated_and_strange_ones_are_unknown(string text, ErpOrderStatus status)
    {
        var order = new EntityRecord(JsonNode.Parse($$$"""
            {"OrderType":{"value":"WO"},"OrderNbr":{"value":"000001"},"ExternalRef":{"value":"XC1-1"},"Status":{"value":"{{{text}}}"},"LastModified":{"value":"2026-03-01T10:00:00.5+00:00"},
             "Shipments":[{"Status":{"value":"Invoiced"},"InvoiceNbr":{"value":"AR1"}},{"Status":{"value":"Completed"},"InvoiceNbr":{"value":"AR2"}},{"Status":{"value":"Completed"},"InvoiceNbr":{}}]}
            """)!.AsObject());

        var progress = Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(OrderReading.Read(order)).Value;

        Assert.Equal(("WO/000001", "000001", "XC1-1", status, text), (progress.Id, progress.Number, progress.Reference, progress.Status, progress.ErpStatus));
        Assert.Equal(["AR2"], progress.Invoices);
    }

    [Fact]
    public void A_notification_gives_each_key_once_and_trimmed()
    {
        var hints = Hints("""
            {"Inserted":[{"OrderType":"WO","OrderNbr":"000001 ","ShipmentNbr":"000007"},{"OrderNbr":"000002"},{"OrderType":"QT","OrderNbr":"9"}],
             "Deleted":[{"OrderType":"WO","OrderNbr":"000001"},{"OrderNbr":null}],"Query":"IP-PUSH","CompanyId":"T","Id":"b8a5","TimeStamp":636295833829493672}
            """);

        Assert.Equal([("shipment", "000007"), ("order", "WO/000001"), ("order", "WO/000002")], hints);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"Inserted":[{"OrderNbr":"1","OrderNbr":"2"}]}""")]
    [InlineData("""{"Inserted":[{"OrderNbr":"\ud800"}]}""")]
    [InlineData("""{"Inserted":[{"OrderNbr":"1\u0000"}]}""")]
    public void A_body_that_is_no_notification_is_told_from_one_that_names_nothing(string body) => Assert.Null(Hints(body));

    [Theory]
    [InlineData("""{"Inserted":{"OrderNbr":"1"}}""")]
    [InlineData("""{"Inserted":[1,null,{"OrderNbr":5}]}""")]
    public void A_notification_without_usable_keys_names_nothing(string body) => Assert.Empty(Hints(body)!);

    [Fact]
    public void A_key_that_is_too_long_for_any_record_is_no_notification() => Assert.Null(Hints($$"""{"Inserted":[{"OrderNbr":"{{new string('9', 201)}}"}]}"""));

    private static IReadOnlyList<(string Entity, string Id)>? Hints(string body) => new AcumaticaPush(Settings).Read(Encoding.UTF8.GetBytes(body))?.Records;

    private static ReadOutcome<ErpShipment> Shipment(string status) => ShipmentReading.Read(new EntityRecord(JsonNode.Parse($$$"""
        {"ShipmentNbr":{"value":"000007"},"Status":{"value":"{{{status}}}"},"Type":{"value":"Shipment"},"Operation":{"value":"Issue"},"ShipVia":{"value":"GROUND "},
         "ShipmentDate":{"value":"2026-03-01T00:00:00+00:00"},"LastModifiedDateTime":{"value":"2026-03-01T23:30:00+00:00"},
         "Packages":[{"TrackingNbr":{"value":"1Z1"}},{"TrackingNbr":{}},{"TrackingNbr":{"value":"1Z2 "}},{"TrackingNbr":{"value":"1Z1"}}],
         "Details":[{"OrderType":{"value":"WO"},"OrderNbr":{"value":"000001"},"OrderLineNbr":{"value":1},"InventoryID":{"value":"MUG-01 "},"ShippedQty":{"value":2.0}},
                    {"OrderType":{"value":"WO"},"OrderNbr":{"value":"000001"},"OrderLineNbr":{"value":1},"InventoryID":{"value":"MUG-01"},"ShippedQty":{"value":1.0}},
                    {"OrderType":{"value":"WO"},"OrderNbr":{"value":"000001"},"OrderLineNbr":{"value":2},"InventoryID":{"value":"BAG-15"},"ShippedQty":{"value":0.0}},
                    {"OrderType":{"value":"WO"},"OrderNbr":{"value":"000002"},"OrderLineNbr":{"value":4},"InventoryID":{"value":"PEN-10"},"ShippedQty":{"value":1.0}}]}
        """)!.AsObject()));
}
