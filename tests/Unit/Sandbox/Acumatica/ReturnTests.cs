using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class ReturnTests
{
    [Fact]
    public async Task Goods_come_back_by_a_receipt_a_credit_memo_and_a_refund()
    {
        await using var erp = await Erp.StartAsync();
        var order = await SoldAsync(erp);
        var back = await erp.OrderAsync(Return(order, 1m));
        Assert.Equal(("Open", "Receipt", "RMARETURN"), (back.Value("Status"), back["Details"]![0]!.Value("Operation"), back["Details"]![0]!.Value("ReasonCode")));

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("SalesOrder", "SalesOrderCreateReceipt", Web.Keys(back))).Status);
        var number = (await erp.ReadAsync(back, "Shipments"))["Shipments"]![0]!.Value("ShipmentNbr");
        Assert.Equal("Receipt", (await erp.GetAsync($"Shipment/{number}")).Json.Value("Operation"));
        await erp.ActAsync("Shipment", "ConfirmShipment", Web.Record(("ShipmentNbr", number)));
        Assert.Equal(1998m, await OnHandAsync(erp));
        await erp.ActAsync("Shipment", "UpdateIN", Web.Record(("ShipmentNbr", number)));
        Assert.Equal(1999m, await OnHandAsync(erp));

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("Shipment", "PrepareInvoice", Web.Record(("ShipmentNbr", number)))).Status);
        var credit = Assert.Single((await erp.GetAsync("SalesInvoice?$filter=Type eq 'Credit Memo'")).List)!;
        Assert.Equal(10.85m, credit.Amount("Amount"));
        await erp.ActAsync("SalesInvoice", "ReleaseSalesInvoice", Web.Record(("Type", "Credit Memo"), ("ReferenceNbr", credit.Value("ReferenceNbr"))));
        Assert.Equal(1999m, await OnHandAsync(erp));
        Assert.Equal("Completed", (await erp.ReadAsync(back, "Details")).Value("Status"));

        var refund = (await erp.PutAsync("Payment", Web.Record(
            ("Type", "Refund"), ("CustomerID", "WEBGUEST"), ("PaymentMethod", "ONLINE"), ("PaymentAmount", 10.85m), ("Hold", false),
            ("DocumentsToApply", new[] { Web.Record(("DocType", "Credit Memo"), ("ReferenceNbr", credit.Value("ReferenceNbr")), ("AmountPaid", 10.85m)) })))).Json;
        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("Payment", "ReleasePayment", Web.Record(("Type", "Refund"), ("ReferenceNbr", refund.Value("ReferenceNbr"))))).Status);
        Assert.Equal("Closed", (await erp.GetAsync($"SalesInvoice/Credit Memo/{credit.Value("ReferenceNbr")}")).Json.Value("Status"));
    }

    [Fact]
    public async Task A_completed_order_remembers_its_refunds_and_keeps_the_rest()
    {
        await using var erp = await Erp.StartAsync();
        var order = await SoldAsync(erp);
        var change = Web.Keys(order);
        change["ExternalRefundRef"] = new JsonObject { ["value"] = "re_1;re_2" };
        change["Description"] = new JsonObject { ["value"] = "changed" };
        change["note"] = new JsonObject { ["value"] = "refunded" };

        await erp.PutAsync("SalesOrder", change);

        var after = await erp.ReadAsync(order, "Details");
        Assert.Equal(("Completed", "re_1;re_2", "", "refunded"), (after.Value("Status"), after.Value("ExternalRefundRef"), after.Value("Description"), after.Value("note")));
    }

    [Fact]
    public async Task No_more_comes_back_than_was_sold()
    {
        await using var erp = await Erp.StartAsync();
        var order = await SoldAsync(erp);
        await erp.OrderAsync(Return(order, 1m));
        var reply = await erp.PutAsync("SalesOrder", Return(order, 2m));
        Assert.Equal("The return quantity exceeds the quantity available for return on the invoice.", reply.Json["Details"]![0]!.Error("OrderQty"));
    }

    [Fact]
    public async Task A_credit_memo_order_is_billed_without_goods()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("OrderType", "CM"), ("Details", new[] { Web.Line("REFUND-AMOUNT", 1m, 5m) })));
        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("SalesOrder", "PrepareSalesInvoice", Web.Keys(order))).Status);
        Assert.Equal(("Credit Memo", 5.43m), ((await erp.GetAsync("SalesInvoice")).List[0]!.Value("Type"), (await erp.GetAsync("SalesInvoice")).List[0]!.Amount("Amount")));
    }

    [Fact]
    public async Task A_reason_must_be_known_and_a_sale_takes_nothing_back()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("SalesOrder", Web.Order(("OrderType", "RC"), ("Details", new[] { Web.Line("MUG-01", 1m, 5m, ("ReasonCode", "WHY")) })));
        Assert.Equal("'Reason Code' 'WHY' cannot be found in the system.", reply.Json["Details"]![0]!.Error("ReasonCode"));
        reply = await erp.PutAsync("SalesOrder", Web.Order(("Details", new[] { Web.Line("MUG-01", 1m, 5m, ("Operation", "Receipt")) })));
        Assert.Equal("'Receipt' is not one of the values allowed for 'Operation'.", reply.Json["Details"]![0]!.Error("Operation"));
    }

    [Fact]
    public async Task The_control_path_receives_restocks_and_credits()
    {
        await using var erp = await Erp.StartAsync();
        var back = await erp.OrderAsync(Return(await SoldAsync(erp), 2m));
        var reply = await erp.ControlAsync("return", new() { ["orderNbr"] = back.Value("OrderNbr") });
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        Assert.Equal(("Completed", 2000m), (reply.Json["status"]!.GetValue<string>(), await OnHandAsync(erp)));
        Assert.Single(reply.Json["credits"]!.AsArray());
    }

    private static async Task<JsonNode> SoldAsync(Erp erp)
    {
        var order = await erp.OrderAsync();
        await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") });
        await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") });
        return await erp.ReadAsync(order, "Shipments");
    }

    private static JsonObject Return(JsonNode order, decimal quantity) => Web.Order(("OrderType", "RC"), ("ExternalRef", "XC-1-refund"), ("Details", new[]
    {
        Web.Line("MUG-01", quantity, 10m, ("InvoiceType", "Invoice"), ("InvoiceNbr", order["Shipments"]![0]!.Value("InvoiceNbr"))),
    }));

    private static async Task<decimal> OnHandAsync(Erp erp) => (await erp.SendAsync(HttpMethod.Get, "/_sandbox/stock?inventoryId=MUG-01")).Json["stock"]!.AsArray()
        .Single(row => row!["warehouseID"]!.GetValue<string>() == "MAIN")!["onHand"]!.GetValue<decimal>();
}
