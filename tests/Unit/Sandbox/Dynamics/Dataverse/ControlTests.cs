using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class ControlTests
{
    [Fact]
    public async Task A_shipped_order_is_fulfilled_with_the_tracking_number_on_its_invoice_lines()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 2m), Web.WriteIn("Card", 1m, 3m)).With("freightamount", 5m));

        var shipped = await org.ControlAsync("ship", new() { ["orderNbr"] = order.Text("ordernumber"), ["parcels"] = new JsonArray(new JsonObject { ["trackingNbr"] = "1Z1" }) });

        Assert.Equal("Complete", shipped.Text("status"));
        var invoice = Assert.Single((await org.GetAsync($"invoices?$filter=_salesorderid_value eq {order.Id("salesorderid")}&$expand=invoice_details")).Rows)!;
        Assert.Equal(25.90m, invoice.Amount("totalamount"));
        Assert.All(invoice["invoice_details"]!.AsArray(), line => Assert.Equal("1Z1", line!.Text("shippingtrackingnumber")));
        var read = await org.ReadAsync(order);
        Assert.Equal((3, 100001), (read.Whole("statecode"), read.Whole("statuscode")));
        Assert.Equal([2m, 1m], read["order_details"]!.AsArray().Select(line => line!.Amount("quantityshipped")));
    }

    [Fact]
    public async Task Parcels_ship_an_order_in_parts_and_never_more_than_is_open()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 3m), Web.Line("MUG-02", 1m)).With("freightamount", 5m));
        JsonObject Parcel(string sku, decimal quantity) => new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = sku, ["qty"] = quantity }) };
        JsonObject Ship(params JsonObject[] parcels) => new() { ["orderNbr"] = order.Text("xci_externalid"), ["parcels"] = new JsonArray([.. parcels]) };

        var first = await org.ControlAsync("ship", Ship(Parcel("MUG-01", 2m), Parcel("MUG-02", 1m)));
        Assert.Equal(("Partial", 2), (first.Text("status"), first["shipments"]!.AsArray().Select(parcel => parcel!.Text("trackingNbr")).Distinct().Count()));
        Assert.Equal(100002, (await org.ReadAsync(order)).Whole("statuscode"));
        Assert.Equal(HttpStatusCode.BadRequest, (await org.SendAsync(HttpMethod.Post, "/_sandbox/ship", Ship(Parcel("MUG-01", 2m)).ToJsonString())).Status);
        Assert.Equal("Complete", (await org.ControlAsync("ship", Ship(Parcel("MUG-01", 1m)))).Text("status"));

        Assert.Equal([5m], (await org.GetAsync("invoices?$filter=freightamount gt 0")).Rows.Select(invoice => invoice!.Amount("freightamount")));
        Assert.Equal(3, (await org.GetAsync("invoices")).Rows.Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await org.SendAsync(HttpMethod.Post, "/_sandbox/ship", Ship().ToJsonString())).Status);
    }

    [Fact]
    public async Task People_cancel_invoice_and_edit_by_the_rules()
    {
        await using var org = await Org.StartAsync();
        var (cancelled, billed) = (await org.OrderAsync(), await org.OrderAsync(Web.Order(Web.Line("MUG-01", 2m), Web.Line("MUG-02", 1m))));

        await org.ControlAsync("cancel", new() { ["orderNbr"] = cancelled.Text("ordernumber") });
        Assert.Equal(2, (await org.ReadAsync(cancelled)).Whole("statecode"));
        var edited = await org.ControlAsync("edit", new()
        {
            ["orderNbr"] = billed.Text("ordernumber"), ["fields"] = new JsonObject { ["freightamount"] = 1m },
            ["lines"] = new JsonArray(
                new JsonObject { ["lineNbr"] = 1, ["qty"] = 1m }, new JsonObject { ["lineNbr"] = 2, ["delete"] = true }, new JsonObject { ["inventoryId"] = "PEN-10", ["qty"] = 1m, ["unitPrice"] = 6m }),
        });
        Assert.Equal(15.95m, edited.Amount("total"));
        await org.ControlAsync("invoice", new() { ["orderNbr"] = billed.Text("ordernumber"), ["paid"] = true });

        var state = await org.StateAsync();
        Assert.Equal(["Canceled", "Invoiced"], state["orders"]!.AsArray().Select(order => order!.Text("state")).Order());
        Assert.Equal(("Paid", 15.95m), (state["invoices"]![0]!.Text("state"), state["invoices"]![0]!.Amount("amount")));
        Assert.Equal(HttpStatusCode.NotFound, (await org.SendAsync(HttpMethod.Post, "/_sandbox/cancel", """{"orderNbr":"none"}""")).Status);
    }

    [Fact]
    public async Task People_keep_customers_products_and_quantities()
    {
        await using var org = await Org.StartAsync();

        await org.ControlAsync("customer", new() { ["customerID"] = "ACME", ["phone"] = "555", ["status"] = "Inactive" });
        await org.ControlAsync("customer", new() { ["customerID"] = "NEW", ["customerName"] = "New Stores" });
        await org.ControlAsync("item", new() { ["inventoryId"] = "CUP-01", ["description"] = "Cup", ["price"] = 4m, ["prices"] = new JsonArray(new JsonObject { ["priceList"] = "Wholesale", ["price"] = 3m }) });
        await org.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "CUP-01", ["onHand"] = 5 }, new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = -1 }) });

        var acme = Assert.Single((await org.GetAsync("accounts?$filter=accountnumber eq 'ACME'")).Rows)!;
        Assert.Equal(("555", 1, 2), (acme.Text("telephone1"), acme.Whole("statecode"), acme.Whole("statuscode")));
        Assert.Single((await org.GetAsync("accounts?$filter=name eq 'New Stores'")).Rows);
        Assert.Equal([5m, 1999m], (await org.GetAsync("products?$filter=productnumber eq 'CUP-01' or productnumber eq 'MUG-01'&$orderby=productnumber")).Rows.Select(row => row!.Amount("quantityonhand")));
        Assert.Equal(5m, (await org.SendAsync(HttpMethod.Get, "/_sandbox/stock?inventoryId=CUP-01")).Json["stock"]![0]!.Amount("onHand"));
        Assert.Equal([3m, 4m], (await org.GetAsync("productpricelevels?$filter=productnumber eq 'CUP-01'&$orderby=amount")).Rows.Select(row => row!.Amount("amount")));
    }

    [Fact]
    public async Task What_is_tampered_with_changes_without_a_trace()
    {
        await using var org = await Org.StartAsync();
        var (kept, lost) = (await org.OrderAsync(), await org.OrderAsync());
        var link = (await org.GetAsync("salesorders?$select=name", "odata.track-changes")).Json.Text("@odata.deltaLink");

        await org.ControlAsync("tamper", new() { ["entity"] = "salesorder", ["keys"] = new JsonArray(kept.Text("ordernumber")), ["fields"] = new JsonObject { ["totalamount"] = 1m } });
        await org.ControlAsync("tamper", new() { ["entity"] = "salesorder", ["keys"] = new JsonArray(lost.Text("salesorderid")), ["delete"] = true });

        var read = await org.ReadAsync(kept);
        Assert.Equal((1m, kept.Text("@odata.etag")), (read.Amount("totalamount"), read.Text("@odata.etag")));
        Assert.Equal((404, "0x80040217"), (await org.GetAsync($"salesorders({lost.Id("salesorderid")})")).Error);
        Assert.Empty((await org.GetAsync(link)).Rows);
    }

    [Fact]
    public async Task A_silent_change_of_quantity_leaves_the_stamp()
    {
        await using var org = await Org.StartAsync();
        async Task<JsonNode> MugAsync() => Assert.Single((await org.GetAsync("products?$filter=productnumber eq 'MUG-01'")).Rows)!;
        var before = await MugAsync();

        await org.ControlAsync("stock/adjust", new() { ["silent"] = true, ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }) });

        Assert.Equal((2001m, before.Text("@odata.etag")), ((await MugAsync()).Amount("quantityonhand"), (await MugAsync()).Text("@odata.etag")));
    }

    [Fact]
    public async Task The_journal_tells_every_commit_of_an_order()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();
        await org.ControlAsync("cancel", new() { ["orderNbr"] = order.Text("ordernumber") });

        var entries = (await org.SendAsync(HttpMethod.Get, "/_sandbox/journal?after=0")).Json.AsArray();

        Assert.Equal(["Active", "Canceled"], entries.Select(entry => entry!.Text("state")));
        Assert.All(entries, entry => Assert.Equal((order.Text("ordernumber"), order.Text("xci_externalid")), (entry!.Text("id"), entry!.Text("reference"))));
    }

    [Fact]
    public async Task Settings_are_switched_and_unknown_ones_refused()
    {
        await using var org = await Org.StartAsync();

        await org.ControlAsync("settings", new() { ["requestsPerWindow"] = 7, ["latency"] = 5, ["limitWindow"] = "00:01:00", ["trackedTables"] = new JsonArray("account") });

        Assert.Equal((7, TimeSpan.FromMilliseconds(5), TimeSpan.FromMinutes(1)), (org.StandIn.Settings.RequestsPerWindow, org.StandIn.Settings.Latency, org.StandIn.Settings.LimitWindow));
        Assert.Equal(HttpStatusCode.BadRequest, (await org.SendAsync(HttpMethod.Post, "/_sandbox/settings", """{"nothing":1}""")).Status);
        Assert.Equal(7, (await org.SendAsync(HttpMethod.Get, "/_sandbox/settings")).Json.Whole("requestsPerWindow"));
    }

    [Fact]
    public async Task Calls_are_counted_by_their_route_and_faults_are_shown()
    {
        await using var org = await Org.StartAsync();
        org.StandIn.Faults.Add(new() { Kind = Integration.Sandbox.Faults.FaultKind.Status, Status = 503, Count = 1 });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await org.GetAsync("WhoAmI")).Status);
        await org.PatchAsync("accounts(xci_externalid='1')", new() { ["name"] = "A" });

        Assert.Equal(1, org.StandIn.Calls.Counts()["PATCH /api/data/v9.2/accounts({key})"]);
    }

    [Fact]
    public async Task A_page_never_holds_more_than_five_thousand_records()
    {
        await using var org = await Org.StartAsync();
        await org.ControlAsync("stock/bulk", new() { ["count"] = 5100 });

        var answer = await org.GetAsync("products?$select=productnumber", "odata.maxpagesize=6000");

        Assert.Equal(5000, answer.Rows.Count);
        Assert.Equal(120, (await org.GetAsync(answer.Json.Text("@odata.nextLink"))).Rows.Count);
        Assert.Equal("BULK-005100", Assert.Single((await org.GetAsync("products?$filter=productnumber eq 'BULK-005100'")).Rows)!.Text("productnumber"));
    }
}
