using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

/// <summary>Return orders: what is refused, what a number is, and how goods come back.</summary>
public sealed class ReturnTests
{
    [Fact]
    public async Task A_return_order_gets_its_numbers_and_its_lines_their_lots()
    {
        await using var environment = await Environment.StartAsync();

        var header = await environment.MadeAsync("ReturnOrderHeadersV2", Header());
        var line = await environment.MadeAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -2, 3.33m));

        Assert.Equal(("RO-000001", "RMA-000001", "Created", "Backorder", "USD"), (header.Text("ReturnOrderNumber"), header.Text("RMANumber"), header.Text("ReturnStatus"), header.Text("ReturnOrderStatus"), header.Text("CurrencyCode")));
        Assert.Equal(("Awaiting", -6.66m, "RETURNS", "1", "RMA-000001"), (line.Text("ReturnStatus"), line.Number("LineAmount"), line.Text("ReturnWarehouseId"), line.Text("ReturnSiteId"), line.Text("RMANumber")));
        Assert.NotEmpty(line.Text("ReturnInventoryLotId"));
        var read = (await environment.GetAsync("ReturnOrderHeadersV2?$filter=CustomersOrderReference eq 'XC-1001/R'&$expand=ReturnOrderLines")).Rows.Single();
        Assert.Equal((-6.66m, 1), (read.Number("OrderTotalAmount"), read["ReturnOrderLines"]!.AsArray().Count));
        Assert.Empty((await environment.GetAsync("SalesOrderHeadersV4")).Rows);
    }

    [Theory]
    [InlineData("CustomerAccountNumber", null, "Field 'Customer account' must be filled in")]
    [InlineData("CustomerAccountNumber", "NOBODY", "The value 'NOBODY' in field 'Customer account'")]
    [InlineData("CustomerReturnReasonCode", null, "Field 'Return reason code' must be filled in")]
    [InlineData("CustomerReturnReasonCode", "39", "The value '39' in field 'Return reason code'")]
    [InlineData("DefaultReturnWarehouseId", "MOON", "The value 'MOON' in field 'Warehouse'")]
    [InlineData("CurrencyCode", "XXX", "The value 'XXX' in field 'Currency'")]
    [InlineData("ReturnOrderNumber", "RO-7", "the number sequence does not allow manual numbers")]
    [InlineData("RMANumber", "RMA-7", "Field 'RMANumber' cannot be changed")]
    [InlineData("ReturnStatus", "Closed", "Field 'ReturnStatus' cannot be changed")]
    public async Task A_header_that_does_not_fit_is_refused(string field, string? value, string text)
    {
        await using var environment = await Environment.StartAsync();

        Assert.Contains(text, (await environment.PostAsync("ReturnOrderHeadersV2", Header((field, value)))).Inner, StringComparison.Ordinal);
        Assert.Empty((await environment.GetAsync("ReturnOrderHeadersV2")).Rows);
    }

    [Theory]
    [InlineData("ItemNumber", "MOON", "The value 'MOON' in field 'Item number'")]
    [InlineData("ReturnWarehouseId", "MOON", "The value 'MOON' in field 'Warehouse'")]
    [InlineData("ReturnDispositionCode", "11", "The value '11' in field 'Disposition code'")]
    [InlineData("ReturnOrderNumber", "RO-9", "The value 'RO-9' in field 'Return order'")]
    [InlineData("ReturnInventoryLotId", "L1", "the number sequence does not allow manual numbers")]
    [InlineData("ReturningInventoryLotId", "L1", "is not found in the related table 'Sales order lines'")]
    public async Task A_line_that_does_not_fit_is_refused(string field, string value, string text)
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header());

        Assert.Contains(text, (await environment.PostAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -1, 1m, (field, value)))).Inner, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(0)]
    public async Task What_comes_back_has_a_negative_quantity(int quantity)
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header());

        Assert.Contains("negative quantity", (await environment.PostAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", quantity, 1m))).Inner, StringComparison.Ordinal);
        Assert.Contains("does not exist on type", (await environment.PostAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -1, 1m, ("SalesPriceQuantity", 1)))).Inner, StringComparison.Ordinal);
    }

    [Theory, InlineData(true, 2002), InlineData(false, 2000)]
    public async Task Goods_are_registered_received_and_credited_one_after_the_other(bool restock, decimal onHand)
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header(("DefaultReturnWarehouseId", "MAIN")));
        await environment.MadeAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -2, 10m));

        Assert.Equal("Open", (await environment.ControlAsync("return/register", new JsonObject { ["orderNbr"] = "RO-000001", ["restock"] = restock })).Text("status"));
        Assert.Equal(("Registered", restock ? "CREDIT" : "SCRAP"), await LineAsync(environment));
        Assert.Equal(2000m, (await environment.StockAsync("MUG-01")).Number("OnHandQuantity"));
        Assert.Equal("Open", (await environment.ControlAsync("return", new JsonObject { ["orderNbr"] = "RO-000001", ["credit"] = false })).Text("status"));
        Assert.Equal("Received", (await LineAsync(environment)).Status);
        Assert.Equal(onHand, (await environment.StockAsync("MUG-01")).Number("OnHandQuantity"));
        await environment.ControlAsync("invoice", new JsonObject { ["orderNbr"] = "RO-000001" });

        Assert.Equal("Invoiced", (await LineAsync(environment)).Status);
        Assert.Equal("Closed", (await environment.GetAsync("ReturnOrderHeadersV2")).Rows.Single().Text("ReturnStatus"));
        var note = (await environment.GetAsync("SalesInvoiceHeadersV4?$filter=TotalInvoiceAmount lt 0&$expand=SalesInvoiceLinesV4")).Rows.Single();
        Assert.Equal((-20m, "RO-000001", "XC-1001/R", -2m), (note.Number("TotalInvoiceAmount"), note.Text("SalesOrderNumber"), note.Text("CustomersOrderReference"), note["SalesInvoiceLinesV4"]![0]!.Number("InvoicedQuantity")));
        Assert.Equal(400, (await environment.SendAsync(HttpMethod.Post, "/_sandbox/cancel", Environment.Json(new JsonObject { ["orderNbr"] = "RO-000001" }))).Status);
    }

    [Fact]
    public async Task A_part_that_arrives_leaves_a_line_with_the_rest()
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header());
        await environment.MadeAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -3, 10m));

        await environment.ControlAsync("return", new JsonObject { ["orderNbr"] = "RO-000001", ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }) });

        var lines = (await environment.GetAsync("ReturnOrderLinesV2")).Rows;
        Assert.Equal([("Invoiced", -1m, -10m), ("Awaiting", -2m, -20m)], lines.Select(line => (line.Text("ReturnStatus"), line.Number("ReturnSalesQuantity"), line.Number("LineAmount"))));
        Assert.Equal(2, lines.Select(line => line.Text("ReturnInventoryLotId")).Distinct().Count());
        Assert.Equal("Open", (await environment.GetAsync("ReturnOrderHeadersV2")).Rows.Single().Text("ReturnStatus"));
    }

    [Fact]
    public async Task A_line_of_which_nothing_comes_back_is_received_at_once()
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header(("DefaultReturnWarehouseId", "MAIN")));
        var line = await environment.MadeAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -1, 10m, ("ReturnDispositionCode", "NOGOODS")));

        Assert.Equal("Received", line.Text("ReturnStatus"));
        await environment.ControlAsync("return", new JsonObject { ["orderNbr"] = "RO-000001" });
        Assert.Equal(2000m, (await environment.StockAsync("MUG-01")).Number("OnHandQuantity"));
        Assert.Equal(-10m, (await environment.GetAsync("SalesInvoiceHeadersV4")).Rows.Single().Number("TotalInvoiceAmount"));
    }

    [Fact]
    public async Task A_change_set_of_lines_is_stored_whole_or_not_at_all()
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header());
        string Parts(params JsonObject[] lines) => "--batch_1\r\nContent-Type: multipart/mixed; boundary=set_1\r\n\r\n" + string.Concat(lines.Select((line, index) =>
            $"--set_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {index + 1}\r\n\r\nPOST /data/ReturnOrderLinesV2?cross-company=true HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{line.ToJsonString()}\r\n")) + "--set_1--\r\n--batch_1--\r\n";
        async Task<int> LinesAsync(params JsonObject[] lines)
        {
            using var content = new StringContent(Parts(lines));
            content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch_1");
            Assert.Equal(200, (await environment.SendAsync(HttpMethod.Post, "/data/$batch?cross-company=true", content)).Status);
            return (await environment.GetAsync("ReturnOrderLinesV2")).Rows.Count;
        }

        Assert.Equal(0, await LinesAsync(Line("RO-000001", "MUG-01", -1, 3m), Line("RO-000001", "MOON", -1, 3m)));
        Assert.Equal(2, await LinesAsync(Line("RO-000001", "MUG-01", -1, 3m), Line("RO-000001", "PEN-10", -1, 3m)));
    }

    [Fact]
    public async Task A_return_that_a_person_enters_names_the_lines_of_its_sale_and_takes_no_more_than_was_sold()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 3, 10), ("SHIPPING", 1, 5));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });

        var entered = await environment.ControlAsync("return/enter", new JsonObject { ["orderNbr"] = order, ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 2 }) });

        var line = (await environment.GetAsync("ReturnOrderLinesV2")).Rows.Single();
        Assert.Equal(((await environment.LinesAsync(order))[0].Text("InventoryLotId"), entered.Text("orderNbr"), -20m), (line.Text("ReturningInventoryLotId"), line.Text("ReturnOrderNumber"), line.Number("LineAmount")));
        var more = await environment.PostAsync("ReturnOrderLinesV2", Line(entered.Text("orderNbr"), "MUG-01", -2, 10m, ("ReturningInventoryLotId", line.Text("ReturningInventoryLotId"))));
        Assert.Contains("no more than 1 can be returned", more.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_canceled_or_closed_is_neither_changed_nor_given_lines()
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("ReturnOrderHeadersV2", Header());
        var line = await environment.MadeAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -2, 10m));
        Assert.Equal("Canceled", (await environment.ControlAsync("cancel", new JsonObject { ["orderNbr"] = "RO-000001" })).Text("status"));

        Assert.Contains("its status is Canceled", (await environment.PatchAsync("ReturnOrderHeadersV2(dataAreaId='usmf',ReturnOrderNumber='RO-000001')", new JsonObject { ["Email"] = "x@x.example" })).Inner, StringComparison.Ordinal);
        Assert.Contains("its status is Canceled", (await environment.PostAsync("ReturnOrderLinesV2", Line("RO-000001", "MUG-01", -2, 10m))).Inner, StringComparison.Ordinal);
        Assert.Contains("its status is Canceled", (await environment.DeleteAsync($"ReturnOrderLinesV2(dataAreaId='usmf',ReturnOrderNumber='RO-000001',ReturnInventoryLotId='{line.Text("ReturnInventoryLotId")}')")).Inner, StringComparison.Ordinal);
        Assert.Equal(0m, (await environment.StateAsync())["returns"]![0]!.Number("orderTotal"));
    }

    private static JsonObject Header(params (string Name, JsonNode? Value)[] more) => With(new JsonObject
    {
        ["dataAreaId"] = "usmf", ["CustomerAccountNumber"] = "WEBGUEST", ["CustomersOrderReference"] = "XC-1001/R", ["CustomerReturnReasonCode"] = "DAMAGED", ["DefaultReturnWarehouseId"] = "RETURNS",
    }, more);

    private static JsonObject Line(string order, string item, decimal quantity, decimal price, params (string Name, JsonNode? Value)[] more) => With(new JsonObject
    {
        ["dataAreaId"] = "usmf", ["ReturnOrderNumber"] = order, ["ItemNumber"] = item, ["ReturnSalesQuantity"] = quantity, ["SalesPrice"] = price,
    }, more);

    private static JsonObject With(JsonObject body, (string Name, JsonNode? Value)[] more)
    {
        foreach (var (name, value) in more) body[name] = value;
        return body;
    }

    private static async Task<(string Status, string Disposition)> LineAsync(Environment environment)
    {
        var line = (await environment.GetAsync("ReturnOrderLinesV2")).Rows.Single();
        return (line.Text("ReturnStatus"), line.Text("ReturnDispositionCode"));
    }
}
