using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

public sealed class OrderUpdateTests
{
    [Fact]
    public void Known_rows_keep_their_id_new_ones_are_added_and_gone_ones_deleted()
    {
        var stored = new EntityRecord(JsonNode.Parse("""
            {"Details":[{"id":"a","InventoryID":{"value":"MUG-01"},"ExternalRef":{"value":"11"},"DiscountAmount":{"value":0.5}},{"id":"b","InventoryID":{"value":"PEN-10"},"ExternalRef":{"value":"12"}}],
             "DiscountDetails":[{"id":"d","ExternalDiscountCode":{"value":"TEN"}}],
             "TaxDetails":[{"id":"t","TaxID":{"value":"WEBTAX "}}],
             "Payments":[{"id":"p","ExternalRef":{"value":"XC1-77"}}]}
            """)!.AsObject());
        var wanted = JsonNode.Parse("""
            {"Details":[{"InventoryID":"MUG-01","OrderQty":5,"ExternalRef":"11"},{"InventoryID":"HUB-7P","OrderQty":1,"ExternalRef":"13"}],
             "TaxDetails":[{"TaxID":"WEBTAX","TaxAmount":1}],
             "Payments":[{"ExternalRef":"XC1-77","PaymentAmount":3},{"ExternalRef":"XC1-78","PaymentAmount":4}]}
            """)!.AsObject();

        var merged = OrderUpdate.Merge(wanted, stored, new OrderId("WO", "000001"));

        Assert.Equal("000001", (string?)merged["OrderNbr"]);
        Assert.Equal(
            """[{"InventoryID":"MUG-01","OrderQty":5,"ExternalRef":"11","id":"a","ManualDiscount":true,"DiscountAmount":0},{"InventoryID":"HUB-7P","OrderQty":1,"ExternalRef":"13"},{"id":"b","delete":true}]""",
            merged["Details"]!.ToJsonString());
        Assert.Equal("""[{"id":"d","delete":true}]""", merged["DiscountDetails"]!.ToJsonString());
        Assert.Equal("""[{"TaxID":"WEBTAX","TaxAmount":1,"id":"t"}]""", merged["TaxDetails"]!.ToJsonString());
        Assert.Equal("""[{"ExternalRef":"XC1-78","PaymentAmount":4}]""", merged["Payments"]!.ToJsonString());
    }
}
