using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

public sealed class StatusTests
{
    [Fact]
    public async Task Packing_slips_and_invoices_move_the_order_and_bring_the_invoice()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync(Linked.Line("MUG-01", 2m, 8m), Linked.Line("MUG-02", 1m, 9m));
        var number = order.Text("msdyn_salesordernumber");

        await linked.PlayAsync("ship", new() { ["orderNbr"] = number, ["parcels"] = new JsonArray(new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 2 }) }) });
        await linked.SettleAsync();
        var partly = await linked.ReadAsync(order);
        Assert.Equal((192350003, 0), (partly.Whole("msdyn_processingstatus"), partly.Whole("statecode")));
        Assert.Equal([192350002, 192350001], partly["order_details"]!.AsArray().Select(line => line!.Whole("msdyn_linestatus")));

        await linked.PlayAsync("ship", new() { ["orderNbr"] = number });
        await linked.SettleAsync();
        var delivered = await linked.ReadAsync(order);
        Assert.Equal((192350004, 3), (delivered.Whole("msdyn_processingstatus"), delivered.Whole("statecode")));

        await linked.PlayAsync("invoice", new() { ["orderNbr"] = number });
        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());
        var invoiced = await linked.ReadAsync(order);
        Assert.Equal((192350005, 4), (invoiced.Whole("msdyn_processingstatus"), invoiced.Whole("statecode")));
        var invoice = Assert.Single(await linked.ListAsync($"invoices?$filter=_salesorderid_value eq {order.Id("salesorderid")}&$expand=invoice_details($orderby=sequencenumber)"));
        Assert.Equal(("XC-1001", 25m, 4), (invoice.Text("description"), invoice.Amount("msdyn_totalamount"), invoice.Whole("statuscode")));
        Assert.StartsWith("CIV-", invoice.Text("msdyn_invoicenumber"), StringComparison.Ordinal);
        Assert.Equal([(2m, 16m), (1m, 9m)], invoice["invoice_details"]!.AsArray().Select(line => (line!.Amount("quantity"), line!.Amount("extendedamount"))));
    }

    [Fact]
    public async Task A_return_and_its_credit_note_stay_in_Finance_and_Operations()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync(Linked.Line("MUG-01", 2m, 8m));
        var number = order.Text("msdyn_salesordernumber");
        await linked.PlayAsync("ship", new() { ["orderNbr"] = number });
        await linked.PlayAsync("invoice", new() { ["orderNbr"] = number });
        await linked.PlayAsync("return/enter", new() { ["orderNbr"] = number });

        await linked.PlayAsync("return", new() { ["orderNbr"] = "RO-000001" });

        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());
        Assert.Single(await linked.ListAsync("invoices"));
    }

    [Fact]
    public async Task A_canceled_order_is_canceled_here_too()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync();

        await linked.PlayAsync("cancel", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber") });
        await linked.SettleAsync();

        var read = await linked.ReadAsync(order);
        Assert.Equal((192350007, 2, 4), (read.Whole("msdyn_processingstatus"), read.Whole("statecode"), read.Whole("statuscode")));
        Assert.Equal(192350004, read["order_details"]![0]!.Whole("msdyn_linestatus"));
    }

    [Fact]
    public async Task A_state_that_was_set_here_stays_until_the_processing_status_moves()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync();
        await linked.SettleAsync();
        await linked.SendAsync(HttpMethod.Patch, $"salesorders({order.Id("salesorderid")})", new() { ["statecode"] = 1, ["statuscode"] = 3 });

        await linked.PlayAsync("edit", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber"), ["shipVia"] = "EXPRESS" });
        await linked.SettleAsync();
        Assert.Equal(1, (await linked.ReadAsync(order)).Whole("statecode"));

        await linked.PlayAsync("ship", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber") });
        await linked.SettleAsync();
        Assert.Equal(3, (await linked.ReadAsync(order)).Whole("statecode"));
    }

    [Fact]
    public async Task Changes_by_people_there_arrive_and_come_to_rest()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync();
        var number = order.Text("msdyn_salesordernumber");

        await linked.PlayAsync("edit", new() { ["orderNbr"] = number, ["shipVia"] = "GROUND", ["lines"] = new JsonArray(new JsonObject { ["lineNbr"] = 1, ["qty"] = 4 }, new JsonObject { ["inventoryId"] = "PEN-10", ["qty"] = 1, ["unitPrice"] = 6 }) });
        await linked.SettleAsync();

        var read = await linked.ReadAsync(order);
        Assert.Equal([4m, 1m], read["order_details"]!.AsArray().Select(line => line!.Amount("quantity")));
        Assert.Equal(41.80m, read.Amount("totalamount"));
        var there = (await linked.FinanceAsync($"SalesOrderHeadersV4?$filter=SalesOrderNumber eq '{number}'"))[0].Text("@odata.etag");
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(read.Text("versionnumber"), (await linked.ReadAsync(order)).Text("versionnumber"));
        Assert.Equal(there, (await linked.FinanceAsync($"SalesOrderHeadersV4?$filter=SalesOrderNumber eq '{number}'"))[0].Text("@odata.etag"));
    }

    [Fact]
    public async Task A_line_deleted_there_goes_here_and_an_order_made_there_comes_here()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync(Linked.Line("MUG-01", 2m, 8m), Linked.Line("MUG-02", 1m, 9m));

        await linked.PlayAsync("edit", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber"), ["lines"] = new JsonArray(new JsonObject { ["lineNbr"] = 2, ["delete"] = true }) });
        await linked.SettleAsync();
        Assert.Single((await linked.ReadAsync(order))["order_details"]!.AsArray());

        var header = await linked.FinancePostAsync("SalesOrderHeadersV4", new() { ["dataAreaId"] = "usmf", ["OrderingCustomerAccountNumber"] = "ACME", ["CustomersOrderReference"] = "PHONE-1", ["DefaultShippingWarehouseId"] = "MAIN" });
        await linked.FinancePostAsync("SalesOrderLinesV3", new() { ["dataAreaId"] = "usmf", ["SalesOrderNumber"] = header.Text("SalesOrderNumber"), ["ItemNumber"] = "PEN-10", ["OrderedSalesQuantity"] = 3, ["SalesPrice"] = 6 });
        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());
        var made = Assert.Single(await linked.ListAsync("salesorders?$filter=msdyn_customersorderreference eq 'PHONE-1'&$expand=order_details,customerid_account"));
        Assert.Equal((header.Text("SalesOrderNumber"), "ACME", 18m), (made.Text("msdyn_salesordernumber"), made["customerid_account"]!.Text("accountnumber"), made.Amount("totalamount")));
        Assert.Equal(3m, Assert.Single(made["order_details"]!.AsArray())!.Amount("quantity"));
    }
}
