using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class ActionTests
{
    private static JsonObject Close(JsonNode order, int status) => new()
    {
        ["OrderClose"] = new JsonObject { ["@odata.type"] = "Microsoft.Dynamics.CRM.orderclose", ["subject"] = "Closed", ["salesorderid@odata.bind"] = $"/salesorders({order.Id("salesorderid")})" },
        ["Status"] = status,
    };

    [Fact]
    public async Task A_fulfilled_order_has_a_closing_row_and_is_read_only()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("FulfillSalesOrder", Close(order, 100001))).Status);

        var read = await org.ReadAsync(order);
        Assert.Equal((3, 100001), (read.Whole("statecode"), read.Whole("statuscode")));
        Assert.NotNull(read["datefulfilled"]);
        var close = Assert.Single((await org.GetAsync($"salesorders({order.Id("salesorderid")})/SalesOrder_OrderClose")).Rows)!;
        Assert.Equal(("Closed", 1, order.Text("ordernumber")), (close.Text("subject"), close.Whole("statecode"), close.Text("ordernumber")));
        Assert.Equal((400, "0x80040203"), (await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["name"] = "B" })).Error);
        Assert.Equal((400, "0x80040203"), (await org.PatchAsync($"salesorderdetails({order["order_details"]![0]!.Id("salesorderdetailid")})", new() { ["quantity"] = 1m })).Error);
        Assert.Equal((400, "0x8004f00e"), (await org.PostAsync("FulfillSalesOrder", Close(order, -1))).Error);
        org.StandIn.Settings.ClosedOrdersReadOnly = false;
        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["name"] = "B" })).Status);
    }

    [Fact]
    public async Task Where_fulfil_is_bound_it_is_found_behind_the_set_only()
    {
        await using var org = await Org.StartAsync(settings => settings.FulfillIsBound = true);
        var order = await org.OrderAsync();

        Assert.Equal((404, "0x8006088a"), (await org.PostAsync("FulfillSalesOrder", Close(order, -1))).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("salesorders/Microsoft.Dynamics.CRM.FulfillSalesOrder", Close(order, -1))).Status);
        Assert.Equal(100001, (await org.ReadAsync(order)).Whole("statuscode"));
    }

    [Fact]
    public async Task An_order_is_cancelled_by_the_action_and_not_by_its_state()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();
        var path = $"salesorders({order.Id("salesorderid")})";

        Assert.Equal((400, "0x8004f00e"), (await org.PatchAsync(path, new() { ["statecode"] = 2, ["statuscode"] = 4 })).Error);
        Assert.Equal((400, "0x80048408"), (await org.PostAsync("CancelSalesOrder", Close(order, 100001))).Error);
        Assert.Equal((400, "0x80048d19"), (await org.PostAsync("CancelSalesOrder", Close(order, 4).Without("Status"))).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("CancelSalesOrder", Close(order, 4))).Status);
        Assert.Equal((2, 4), ((await org.ReadAsync(order)).Whole("statecode"), (await org.ReadAsync(order)).Whole("statuscode")));
        Assert.Equal((400, "0x8004f00e"), (await org.PostAsync("ConvertSalesOrderToInvoice", Convert(order))).Error);
    }

    [Fact]
    public async Task The_order_of_a_closing_row_may_be_nested_by_its_id()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();
        var close = Close(order, 4);
        close["OrderClose"] = new JsonObject { ["salesorderid"] = new JsonObject { ["salesorderid"] = order.Text("salesorderid"), ["@odata.type"] = "Microsoft.Dynamics.CRM.salesorder" } };

        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("CancelSalesOrder", close)).Status);

        Assert.Equal(2, (await org.ReadAsync(order)).Whole("statecode"));
        Assert.Single((await org.GetAsync("salesorders")).Rows);
    }

    [Fact]
    public async Task An_invoice_takes_over_the_order_and_its_lines()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 2m, 7m).With("tax", 1m), Web.WriteIn("Card", 1m, 3m)).With("freightamount", 5m).With("shipto_city", "Springfield"));

        var answer = await org.PostAsync("ConvertSalesOrderToInvoice", Convert(order));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var invoice = (await org.GetAsync($"invoices({answer.Json.Id("invoiceid")})?$expand=invoice_details($orderby=lineitemnumber)")).Json;
        Assert.Equal((23m, "Springfield", order.Id("salesorderid"), 0), (invoice.Amount("totalamount"), invoice.Text("shipto_city"), invoice.Id("_salesorderid_value"), invoice.Whole("statecode")));
        Assert.Matches("^INV-\\d{5}-[0-9A-F]{6}$", invoice.Text("invoicenumber"));
        Assert.Equal(
            order["order_details"]!.AsArray().Select(line => line!.Id("salesorderdetailid")), invoice["invoice_details"]!.AsArray().Select(line => line!.Id("_salesorderdetailid_value")));
        Assert.Equal((4, 100003), ((await org.ReadAsync(order)).Whole("statecode"), (await org.ReadAsync(order)).Whole("statuscode")));
        Assert.Equal((400, "0x8004f00e"), (await org.PostAsync("ConvertSalesOrderToInvoice", Convert(order))).Error);
        await org.PatchAsync($"invoices({invoice.Id("invoiceid")})", new() { ["statecode"] = 2, ["statuscode"] = 100001 });
        Assert.Equal((400, "0x80040203"), (await org.PatchAsync($"invoices({invoice.Id("invoiceid")})", new() { ["name"] = "B" })).Error);
    }

    [Fact]
    public async Task A_submitted_order_is_read_only_except_for_the_integration()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();
        var path = $"salesorders({order.Id("salesorderid")})";

        await org.PatchAsync(path, new() { ["statecode"] = 1, ["statuscode"] = 3 });
        Assert.NotNull((await org.ReadAsync(order))["submitdate"]);
        Assert.Equal((400, "0x80040203"), (await org.PatchAsync(path, new() { ["name"] = "B" })).Error);
        await org.ControlAsync("organization", new() { ["sopIntegration"] = true });

        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync(path, new() { ["name"] = "B" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync(path, new() { ["statecode"] = 0 })).Status);
    }

    [Fact]
    public async Task An_order_without_a_number_gets_one()
    {
        await using var org = await Org.StartAsync();

        var (numbered, named) = (await org.OrderAsync(), await org.OrderAsync(Web.Order().With("ordernumber", "XC-100045")));

        Assert.Matches("^ORD-\\d{5}-[0-9A-F]{6}$", numbered.Text("ordernumber"));
        Assert.Equal("XC-100045", named.Text("ordernumber"));
    }

    private static JsonObject Convert(JsonNode order) => new() { ["SalesOrderId"] = order.Text("salesorderid"), ["ColumnSet"] = new JsonObject { ["AllColumns"] = false, ["Columns"] = new JsonArray("name", "salesorderid") } };
}
