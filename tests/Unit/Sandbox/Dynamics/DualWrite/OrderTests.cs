using System.Net;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

public sealed class OrderTests
{
    [Fact]
    public async Task An_order_made_with_its_lines_stands_in_both_when_the_call_returns()
    {
        await using var linked = await Linked.StartAsync();

        var order = await linked.MakeAsync("salesorders?$expand=order_details($orderby=sequencenumber)", Linked.Order(Linked.Line("MUG-01", 2m, 8m).With("msdyn_externalitemnumber", "L1"), Linked.Line("CABLE-USB-C", 1m, 120m).With("uomid@odata.bind", Web.Unit("Box of 10")))
            .With("msdyn_isdeliveryaddressorderspecific", true).With("msdyn_deliveryaddressname", "Ann Buyer").With("shipto_line1", "1 Main St").With("shipto_city", "Springfield").With("shipto_country", "united states")
            .With("freightamount", 7m).With("msdyn_deliverymode@odata.bind", Linked.Bind("msdyn_shipvia", "msdyn_shipvias", "usmf:EXPRESS")));

        var number = order.Text("msdyn_salesordernumber");
        var header = Assert.Single(await linked.FinanceAsync($"SalesOrderHeadersV4?$filter=SalesOrderNumber eq '{number}'"));
        Assert.Equal(("WEBGUEST", "XC-1001", "EXPRESS"), (header.Text("OrderingCustomerAccountNumber"), header.Text("CustomersOrderReference"), header.Text("DeliveryModeCode")));
        Assert.Equal(("Ann Buyer", "1 Main St", "US"), (header.Text("DeliveryAddressName"), header.Text("DeliveryAddressStreet"), header.Text("DeliveryAddressCountryRegionISOCode")));
        Assert.Equal(0m, header.Amount("OrderTotalChargesAmount"));
        Assert.Equal(
            [("MUG-01", 2m, 8m, "ea", "L1"), ("CABLE-USB-C", 1m, 120m, "box", "")],
            (await linked.FinanceLinesAsync(number)).Select(line => (line.Text("ItemNumber"), line.Amount("OrderedSalesQuantity"), line.Amount("SalesPrice"), line.Text("SalesUnitSymbol"), line.Text("ExternalItemNumber"))));
    }

    [Fact]
    public async Task Totals_and_status_are_those_of_finance_and_operations_a_moment_later()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.MakeAsync("salesorders?$expand=order_details", Linked.Order(Linked.Line("MUG-01", 2m, 8m).With("tax", 3m)).With("freightamount", 7m).With("totalamount", 99m));

        await linked.SettleAsync();

        var read = await linked.ReadAsync(order);
        Assert.Equal((16m, 0m, 0m), (read.Amount("totalamount"), read.Amount("freightamount"), read.Amount("totaltax")));
        Assert.Equal((192350000, 0), (read.Whole("msdyn_processingstatus"), read.Whole("statecode")));
        var line = read["order_details"]![0]!;
        Assert.Equal((192350001, 16m, 0m), (line.Whole("msdyn_linestatus"), line.Amount("extendedamount"), line.Amount("tax")));
        Assert.Equal("Web guest", read.Text("name"));
    }

    [Fact]
    public async Task A_refusal_is_the_error_of_the_write_and_nothing_is_saved_anywhere()
    {
        await using var linked = await Linked.StartAsync();
        var before = (await linked.FinanceAsync("SalesOrderHeadersV4")).Count;

        var answer = await linked.SendAsync(HttpMethod.Post, "salesorders", Linked.Order(Linked.Line("MUG-01", 2m, 8m), Linked.Line("MUG-02", 0m, 8m)));

        Assert.Equal((400, "0x80040265"), answer.Error);
        Assert.Contains("Infolog: Warning: Field 'Quantity' must be filled in.", answer.Message, StringComparison.Ordinal);
        Assert.Empty(await linked.ListAsync("salesorders"));
        Assert.Equal(before, (await linked.FinanceAsync("SalesOrderHeadersV4")).Count);
        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());
    }

    [Theory]
    [InlineData("msdyn_Company@odata.bind", null)]
    [InlineData("msdyn_ordertype", null)]
    [InlineData("msdyn_Company@odata.bind", "demf")]
    public async Task An_order_without_a_linked_company_or_of_no_type_is_not_copied(string property, string? company)
    {
        await using var linked = await Linked.StartAsync();
        var before = (await linked.FinanceAsync("SalesOrderHeadersV4")).Count;
        var order = Linked.Order(Linked.Line("MUG-01", 2m, 8m).Without("msdyn_company@odata.bind")).Without(property);

        var made = await linked.MakeAsync("salesorders", company is null ? order : order.With(property, Linked.Bind("cdm_company", "cdm_companies", company)));

        Assert.Equal("", made.Text("msdyn_salesordernumber"));
        Assert.Equal(before, (await linked.FinanceAsync("SalesOrderHeadersV4")).Count);
    }

    [Fact]
    public async Task A_line_without_a_company_stays_behind()
    {
        await using var linked = await Linked.StartAsync();

        var order = await linked.OrderAsync(Linked.Line("MUG-01", 2m, 8m), Linked.Line("MUG-02", 1m, 9m).Without("msdyn_company@odata.bind"));

        Assert.Equal(["MUG-01"], (await linked.FinanceLinesAsync(order.Text("msdyn_salesordernumber"))).Select(line => line.Text("ItemNumber")));
    }

    [Fact]
    public async Task Changes_of_an_order_are_carried_over_line_by_line()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync(Linked.Line("MUG-01", 2m, 8m), Linked.Line("MUG-02", 1m, 9m));
        var (number, lines) = (order.Text("msdyn_salesordernumber"), order["order_details"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, $"salesorderdetails({lines[0]!.Id("salesorderdetailid")})", new() { ["quantity"] = 5m })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Delete, $"salesorderdetails({lines[1]!.Id("salesorderdetailid")})")).Status);
        await linked.MakeAsync("salesorderdetails", Linked.Line("PEN-10", 3m, 6m).With("salesorderid@odata.bind", $"/salesorders({order.Id("salesorderid")})").With("sequencenumber", 7));
        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, $"salesorders({order.Id("salesorderid")})", new() { ["msdyn_issalesprocessingstopped"] = true, ["ai_anomalyscore"] = 0.5m })).Status);

        Assert.Equal([("MUG-01", 5m), ("PEN-10", 3m)], (await linked.FinanceLinesAsync(number)).Select(line => (line.Text("ItemNumber"), line.Amount("OrderedSalesQuantity"))));
        Assert.Equal("Yes", (await linked.FinanceAsync($"SalesOrderHeadersV4?$filter=SalesOrderNumber eq '{number}'"))[0].Text("IsSalesProcessingStopped"));
        Assert.Equal((400, "0x80040265"), (await linked.SendAsync(HttpMethod.Patch, $"salesorderdetails({lines[0]!.Id("salesorderdetailid")})", new() { ["productid@odata.bind"] = Web.Product("MUG-02") })).Error);
    }

    [Fact]
    public async Task What_no_map_names_can_be_written_although_finance_and_operations_has_closed_the_order()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync();
        await linked.PlayAsync("cancel", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber") });
        await linked.SettleAsync();
        linked.StandIn.Dataverse.Settings.ClosedOrdersReadOnly = false;
        var path = $"salesorders({order.Id("salesorderid")})";

        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, path, new() { ["ai_anomalyscore"] = 0.5m })).Status);
        Assert.Equal((400, "0x80040265"), (await linked.SendAsync(HttpMethod.Patch, path, new() { ["emailaddress"] = "new@buyer.example" })).Error);
    }

    [Fact]
    public async Task The_callers_number_is_taken_where_the_sequence_allows_it_and_stays_unique()
    {
        await using var linked = await Linked.StartAsync();

        var order = await linked.MakeAsync("salesorders", Linked.Order().With("msdyn_salesordernumber", "WEB-0001"));

        Assert.Equal("WEB-0001", order.Text("msdyn_salesordernumber"));
        Assert.Single(await linked.FinanceAsync("SalesOrderHeadersV4?$filter=SalesOrderNumber eq 'WEB-0001'"));
        linked.Options.Finance.Settings.ManualNumbers = [];
        Assert.Equal((400, "0x80040265"), (await linked.SendAsync(HttpMethod.Post, "salesorders", Linked.Order().With("msdyn_salesordernumber", "WEB-0002"))).Error);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_the_order_gets_that_of_the_customer()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.MakeAsync("salesorders", Linked.Order().With("customerid_account@odata.bind", Web.Account("NORDWIND")).With("shipto_city", "Bonn").With("shipto_country", "germany").With("pricelevelid@odata.bind", Web.PriceList("Web EUR")).With("transactioncurrencyid@odata.bind", Web.Currency("EUR")));

        await linked.SettleAsync();

        var read = await linked.ReadAsync(order);
        Assert.Equal(("Köln", "germany"), (read.Text("shipto_city"), read.Text("shipto_country")));
    }

    [Fact]
    public async Task A_batch_that_is_refused_there_is_undone_here()
    {
        await using var linked = await Linked.StartAsync();

        var answer = await linked.SendAsync(HttpMethod.Post, "salesorders/Microsoft.Dynamics.CRM.CreateMultiple", new()
        {
            ["Targets"] = new JsonArray(Linked.Order().With("@odata.type", "Microsoft.Dynamics.CRM.salesorder"), Linked.Order(Linked.Line("MUG-01", 0m, 1m)).With("@odata.type", "Microsoft.Dynamics.CRM.salesorder")),
        });

        Assert.Equal((400, "0x80040265"), answer.Error);
        Assert.Empty(await linked.ListAsync("salesorders"));
    }
}
