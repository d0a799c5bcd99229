using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class OrderTests
{
    [Fact]
    public async Task An_order_is_numbered_open_and_completed_from_its_customer()
    {
        await using var environment = await Environment.StartAsync();

        var order = await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("OrderingCustomerAccountNumber", "ACME")));

        Assert.Equal(("000001", "Backorder", "Active", "USD"), (order.Text("SalesOrderNumber"), order.Text("SalesOrderStatus"), order.Text("SalesOrderProcessingStatus"), order.Text("CurrencyCode")));
        Assert.Equal(("ACME", "Acme Stores", "Chicago", "1"), (order.Text("InvoiceCustomerAccountNumber"), order.Text("SalesOrderName"), order.Text("DeliveryAddressCity"), order.Text("DefaultShippingSiteId")));
        Assert.EndsWith("T12:00:00Z", order.Text("RequestedShippingDate"), StringComparison.Ordinal);
        foreach (var set in (string[])["SalesOrderHeadersV2", "SalesOrderHeadersV3", "SalesOrderHeadersV4"])
        {
            Assert.Equal("XC-1001", (await environment.GetAsync(Environment.Address("000001", set))).Json.Text("CustomersOrderReference"));
        }
    }

    [Fact]
    public async Task An_address_of_the_order_is_taken_only_when_it_is_said_to_be_its_own()
    {
        await using var environment = await Environment.StartAsync();
        (string, JsonNode?)[] address = [("OrderingCustomerAccountNumber", "ACME"), ("DeliveryAddressCity", "Bonn"), ("DeliveryAddressCountryRegionId", "DEU")];

        var ignored = await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header([.. address.Select(part => (part.Item1, part.Item2?.DeepClone()))]));
        var own = await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header([.. address, ("IsDeliveryAddressOrderSpecific", "Yes")]));

        Assert.Equal(("Chicago", "Bonn", "DE"), (ignored.Text("DeliveryAddressCity"), own.Text("DeliveryAddressCity"), own.Text("DeliveryAddressCountryRegionISOCode")));
    }

    [Theory]
    [InlineData("OrderingCustomerAccountNumber", "", "Field 'Customer account' must be filled in.")]
    [InlineData("OrderingCustomerAccountNumber", "NOBODY", "The value 'NOBODY' in field 'Customer account' is not found in the related table 'Customers'.")]
    [InlineData("OrderingCustomerAccountNumber", "RETIRED", "Customer account RETIRED is on hold for all transactions.")]
    [InlineData("InvoiceCustomerAccountNumber", "RETIRED", "Customer account RETIRED is on hold for all transactions.")]
    [InlineData("CurrencyCode", "XXX", "The value 'XXX' in field 'Currency' is not found")]
    [InlineData("DeliveryModeCode", "PIGEON", "The value 'PIGEON' in field 'Mode of delivery' is not found")]
    [InlineData("CustomerPaymentMethodName", "BARTER", "The value 'BARTER' in field 'Method of payment' is not found")]
    [InlineData("DefaultShippingWarehouseId", "NOWHERE", "The value 'NOWHERE' in field 'Warehouse' is not found")]
    [InlineData("DefaultShippingSiteId", "2", "Warehouse MAIN does not belong to site 2.")]
    [InlineData("SalesTaxGroupCode", "NONE", "The value 'NONE' in field 'Sales tax group' is not found")]
    [InlineData("SalesOrderStatus", "Canceled", "Field 'SalesOrderStatus' cannot be changed.")]
    [InlineData("SalesOrderProcessingStatus", "Canceled", "Field 'SalesOrderProcessingStatus' cannot be changed.")]
    public async Task A_header_that_breaks_a_rule_is_refused(string property, string value, string text)
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.PostAsync("SalesOrderHeadersV4", Environment.Header((property, value)));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith($"Write failed for table row of type 'SalesOrderHeaderV4Entity'. Infolog: Warning: {text}", reply.Inner, StringComparison.Ordinal);
        Assert.Empty((await environment.StateAsync())["orders"]!.AsArray());
    }

    [Fact]
    public async Task A_number_of_our_own_makes_the_order_once()
    {
        await using var environment = await Environment.StartAsync();

        await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-1001")));
        var again = await environment.PostAsync("SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-1001")));

        Assert.Contains("already exists", again.Inner, StringComparison.Ordinal);
        Assert.Single((await environment.StateAsync())["orders"]!.AsArray());
        await environment.ControlAsync("settings", new JsonObject { ["manualNumbers"] = new JsonArray() });
        Assert.Contains("does not allow manual numbers", (await environment.PostAsync("SalesOrderHeadersV4", Environment.Header(("SalesOrderNumber", "XC-1002")))).Inner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USD", 3, 10.005, 0, 0, 30.02)]
    [InlineData("USD", 2, 10, 1.5, 10, 15.30)]
    [InlineData("JPY", 3, 333.5, 0, 0, 1001)]
    [InlineData("USD", -1, 10, 0, 0, -10)]
    public async Task The_amount_of_a_line_is_worked_out_and_rounded_as_its_currency(string currency, decimal quantity, decimal price, decimal discount, decimal percent, decimal amount)
    {
        await using var environment = await Environment.StartAsync();
        var order = (await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("CurrencyCode", currency)))).Text("SalesOrderNumber");

        var line = await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", quantity, price, ("LineDiscountAmount", discount), ("LineDiscountPercentage", percent), ("LineAmount", 999)));

        Assert.Equal(amount, line.Number("LineAmount"));
        Assert.Equal(amount, (await environment.ReadOrderAsync(order)).Number("OrderTotalAmount"));
    }

    [Fact]
    public async Task A_price_that_is_not_sent_comes_from_the_agreements_or_the_item()
    {
        await using var environment = await Environment.StartAsync();
        var order = (await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("OrderingCustomerAccountNumber", "ACME")))).Text("SalesOrderNumber");
        async Task<decimal> PriceAsync(string item, decimal quantity)
        {
            var body = Environment.Line(order, item, quantity, 0);
            body.Remove("SalesPrice");
            return (await environment.MadeAsync("SalesOrderLinesV3", body)).Number("SalesPrice");
        }

        Assert.Equal((7.50m, 6.90m, 9.45m), (await PriceAsync("MUG-01", 2), await PriceAsync("MUG-01", 10), await PriceAsync("MUG-02", 10)));
        Assert.Equal(0m, (await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 0))).Number("SalesPrice"));
    }

    [Fact]
    public async Task No_tax_is_worked_out_unless_both_groups_are_set()
    {
        await using var environment = await Environment.StartAsync();
        var untaxed = await environment.OrderAsync(("MUG-01", 2, 10));
        var taxed = (await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("SalesTaxGroupCode", "WEBTAX")))).Text("SalesOrderNumber");
        await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(taxed, "MUG-01", 2, 10));

        Assert.Equal((0m, 20m), await TotalsAsync(environment, untaxed));
        Assert.Equal((1.70m, 21.70m), await TotalsAsync(environment, taxed));
    }

    [Fact]
    public async Task A_total_discount_lowers_the_order()
    {
        await using var environment = await Environment.StartAsync();
        var order = (await environment.MadeAsync("SalesOrderHeadersV4", Environment.Header(("TotalDiscountPercentage", 10), ("TotalDiscountAmount", 1.5)))).Text("SalesOrderNumber");
        await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 2, 10));

        Assert.Equal(16.50m, (await environment.ReadOrderAsync(order)).Number("OrderTotalAmount"));
    }

    [Fact]
    public async Task Totals_stay_empty_where_the_environment_does_not_calculate_them()
    {
        await using var environment = await Environment.StartAsync(settings => settings.TotalsCalculated = false);
        var number = await environment.OrderAsync(("MUG-01", 2, 10));

        var order = await environment.ReadOrderAsync(number);

        Assert.Equal((0m, "No"), (order.Number("OrderTotalAmount"), order.Text("AreTotalsCalculated")));
        Assert.Equal(20m, (await environment.StateAsync())["orders"]![0]!.Number("orderTotal"));
    }

    [Theory]
    [InlineData("SalesOrderNumber", "999999", "The value '999999' in field 'Sales order' is not found")]
    [InlineData("ItemNumber", "", "Field 'Item number' must be filled in.")]
    [InlineData("ItemNumber", "NOT-IN-ERP", "The value 'NOT-IN-ERP' in field 'Item number' is not found in the related table 'Released products'.")]
    [InlineData("SalesUnitSymbol", "barrel", "The value 'barrel' in field 'Unit' is not found in the related table 'Units'.")]
    [InlineData("SalesUnitSymbol", "box", "Unit conversion from box to ea for item MUG-01 does not exist.")]
    [InlineData("ShippingWarehouseId", "NOWHERE", "The value 'NOWHERE' in field 'Warehouse' is not found")]
    [InlineData("SalesTaxItemGroupCode", "NONE", "The value 'NONE' in field 'Item sales tax group' is not found")]
    [InlineData("CurrencyCode", "EUR", "The currency EUR is not that of the sales order.")]
    [InlineData("InventoryLotId", "LOT-1", "Lot ID LOT-1 cannot be used")]
    public async Task A_line_that_breaks_a_rule_is_refused(string property, string value, string text)
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync();

        var reply = await environment.PostAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 1, (property, value)));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith($"Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Warning: {text}", reply.Inner, StringComparison.Ordinal);
        Assert.Empty(await environment.LinesAsync(order));
    }

    [Fact]
    public async Task A_line_needs_a_quantity_and_an_item_that_is_sold()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync();
        await environment.ControlAsync("item", new JsonObject { ["inventoryId"] = "PEN-10", ["status"] = "Inactive" });

        Assert.Contains("Field 'Quantity' must be filled in.", (await environment.PostAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 0, 1))).Inner, StringComparison.Ordinal);
        Assert.Contains("PEN-10 is stopped for sales orders", (await environment.PostAsync("SalesOrderLinesV3", Environment.Line(order, "PEN-10", 1, 1))).Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_site_from_line_or_header_a_line_is_refused()
    {
        await using var environment = await Environment.StartAsync();
        var header = Environment.Header();
        header.Remove("DefaultShippingWarehouseId");
        var order = (await environment.MadeAsync("SalesOrderHeadersV4", header)).Text("SalesOrderNumber");

        var none = await environment.PostAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 1));
        var own = await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 1, ("ShippingWarehouseId", "EAST")));
        var site = await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 1, ("ShippingSiteId", "2")));

        Assert.Contains("Inventory dimension Site is mandatory", none.Inner, StringComparison.Ordinal);
        Assert.Equal(("2", "EAST"), (own.Text("ShippingSiteId"), site.Text("ShippingWarehouseId")));
    }

    [Fact]
    public async Task Lines_are_changed_and_removed_and_the_header_follows()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10), ("PEN-10", 1, 5));
        var lines = await environment.LinesAsync(order);

        Assert.Equal(204, (await environment.PatchAsync(Environment.LineAddress(lines[0]), new JsonObject { ["OrderedSalesQuantity"] = 3 })).Status);
        Assert.Equal(204, (await environment.DeleteAsync(Environment.LineAddress(lines[1]))).Status);
        Assert.Contains("'ItemNumber' cannot be changed", (await environment.PatchAsync(Environment.LineAddress(lines[0]), new JsonObject { ["ItemNumber"] = "MUG-02" })).Inner, StringComparison.Ordinal);

        Assert.Equal(30m, (await environment.ReadOrderAsync(order)).Number("OrderTotalAmount"));
        Assert.Single(await environment.LinesAsync(order));
    }

    [Fact]
    public async Task An_order_with_nothing_shipped_is_deleted_with_its_lines()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10));

        Assert.Equal(204, (await environment.DeleteAsync(Environment.Address(order))).Status);

        Assert.Equal(404, (await environment.GetAsync(Environment.Address(order))).Status);
        Assert.Empty(await environment.LinesAsync(order));
        Assert.Equal(0m, (await environment.StockAsync("MUG-01")).Number("OnOrderQuantity"));
    }

    [Fact]
    public async Task What_people_cancel_cannot_be_changed_any_more()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10));

        await environment.ControlAsync("cancel", new JsonObject { ["orderNbr"] = order });

        var read = await environment.ReadOrderAsync(order);
        Assert.Equal(("Canceled", "Canceled", "Canceled"), (read.Text("SalesOrderStatus"), read.Text("SalesOrderProcessingStatus"), (await environment.LinesAsync(order))[0].Text("SalesOrderLineStatus")));
        Assert.Contains("its status is Canceled", (await environment.PatchAsync(Environment.Address(order), new JsonObject { ["CustomersOrderReference"] = "X" })).Inner, StringComparison.Ordinal);
        Assert.Contains("its status is Canceled", (await environment.PostAsync("SalesOrderLinesV3", Environment.Line(order, "MUG-01", 1, 1))).Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_change_orders()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10), ("PEN-10", 1, 5));

        await environment.ControlAsync("edit", new JsonObject
        {
            ["orderNbr"] = order, ["hold"] = true, ["shipVia"] = "EXPRESS",
            ["lines"] = new JsonArray(new JsonObject { ["lineNbr"] = 1, ["qty"] = 1 }, new JsonObject { ["lineNbr"] = 2, ["inventoryId"] = "NOTE-A5" }, new JsonObject { ["inventoryId"] = "BAG-15", ["unitPrice"] = 40 }),
        });

        var lines = await environment.LinesAsync(order);
        Assert.Equal(["BAG-15:1:40", "MUG-01:1:10", "NOTE-A5:1:5"], lines.Select(line => $"{line["ItemNumber"]}:{line["OrderedSalesQuantity"]}:{line["SalesPrice"]}").Order());
        var read = await environment.ReadOrderAsync(order);
        Assert.Equal(("Yes", "EXPRESS", 55m), (read.Text("IsSalesProcessingStopped"), read.Text("DeliveryModeCode"), read.Number("OrderTotalAmount")));
    }

    [Fact]
    public async Task The_status_of_refused_writes_can_be_that_of_a_server_error()
    {
        await using var environment = await Environment.StartAsync(settings => settings.WriteFailureStatus = 500);

        Assert.Equal(500, (await environment.PostAsync("SalesOrderHeadersV4", Environment.Header(("CurrencyCode", "XXX")))).Status);
    }

    [Theory]
    [InlineData("POST", "ReleasedProductsV2")]
    [InlineData("POST", "WarehousesOnHandV2")]
    [InlineData("PATCH", "SalesOrderHeadersV4")]
    [InlineData("PUT", "CustomersV3(dataAreaId='usmf',CustomerAccount='ACME')")]
    [InlineData("DELETE", "PackingSlipTrackingInformation")]
    public async Task What_cannot_be_written_is_not_allowed(string method, string address)
    {
        await using var environment = await Environment.StartAsync();

        Assert.Equal(405, (await environment.SendAsync(new HttpMethod(method), $"/data/{address}", Environment.Json(new JsonObject()))).Status);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_given_when_it_is_preferred()
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.PostAsync("SalesOrderHeadersV4", Environment.Header(), request => request.Headers.Add("Prefer", "return=minimal"));

        Assert.Equal((204, ""), (reply.Status, reply.Text));
        Assert.EndsWith("/data/SalesOrderHeadersV4(dataAreaId='usmf',SalesOrderNumber='000001')", reply.Headers.GetValues("OData-EntityId").Single(), StringComparison.Ordinal);
    }

    private static async Task<(decimal Tax, decimal Total)> TotalsAsync(Environment environment, string order)
    {
        var read = await environment.ReadOrderAsync(order);
        return (read.Number("OrderTotalTaxAmount"), read.Number("OrderTotalAmount"));
    }
}
