using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderUpdateTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_differs_is_written_in_one_change_set_and_read_back()
    {
        var changed = false;
        _bench.Server.Script = call =>
        {
            if (call.Method == "POST")
            {
                changed = true;
                return FinanceReply.ChangeSet("", "", "", "");
            }

            return call.Target.StartsWith("/data/SalesOrderHeaders", StringComparison.Ordinal)
                ? FinanceReply.List(changed ? Header().Replace("Zürich", "Genève", StringComparison.Ordinal) : Header())
                : FinanceReply.List(changed ? [Line(1, "MUG-01", 3, 12, "1"), Line(3, "SHIPPING", 1, 4.90m, "shipping"), Line(4, "LAMP", 1, 7, "9")] : Lines());
        };
        var document = Document();
        document["header"]!["DeliveryAddressCity"] = "Genève";
        document["lines"]![0]!["OrderedSalesQuantity"] = 3m;
        document["lines"]![0]!["LineAmount"] = 12m;
        document["lines"]![1] = JsonNode.Parse("""{ "ItemNumber": "LAMP", "OrderedSalesQuantity": 1, "LineAmount": 7, "ExternalItemNumber": "9" }""");

        var done = Assert.IsType<WriteOutcome.Done>(await _bench.Orders().UpdateAsync("000891", Reference, document, Ct));

        var batch = Assert.Single(_bench.Server.Calls, call => call.Method == "POST").Body;
        Assert.Equal(
            ["PATCH /data/SalesOrderHeadersV3(dataAreaId='usmf',SalesOrderNumber='000891')", "PATCH /data/SalesOrderLines(dataAreaId='usmf',InventoryLotId='LOT-1')", "POST /data/SalesOrderLines", "DELETE /data/SalesOrderLines(dataAreaId='usmf',InventoryLotId='LOT-2')"],
            batch.Split("\r\n").Where(line => line.EndsWith(" HTTP/1.1", StringComparison.Ordinal))
                .Select(line => Uri.UnescapeDataString(line.Replace("https://shop.operations.dynamics.example", "", StringComparison.Ordinal).Replace("?cross-company=true HTTP/1.1", "", StringComparison.Ordinal))));
        Assert.Contains("""{"DeliveryAddressCity":"Genève"}""", batch, StringComparison.Ordinal);
        Assert.Contains("\"SalesOrderNumber\":\"000891\"", batch, StringComparison.Ordinal);
        Assert.Contains("\"LineNumber\":4", batch, StringComparison.Ordinal);
        Assert.Equal(23.90m, ErpOrderProgress.OfEcho(done.Echo)!.Content!.Total);
    }

    [Fact]
    public async Task An_order_that_is_as_wanted_is_not_written()
    {
        Stored(Header(), Lines());

        Assert.IsType<WriteOutcome.AlreadyDone>(await _bench.Orders().UpdateAsync("000891", Reference, Document(), Ct));
        Assert.DoesNotContain(_bench.Server.Calls, call => call.Method == "POST");
    }

    [Theory]
    [InlineData("Backorder", "PartiallyDelivered")]
    [InlineData("Backorder", "Picked")]
    [InlineData("Delivered", "Delivered")]
    [InlineData("Invoiced", "Invoiced")]
    [InlineData("Canceled", "Canceled")]
    public async Task An_order_under_way_is_not_changed(string status, string processing)
    {
        Stored(Header(status: status, processing: processing), Lines());
        var document = Document();
        document["lines"]![0]!["LineAmount"] = 12m;

        Assert.Equal("header.SalesOrderStatus", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await _bench.Orders().UpdateAsync("000891", Reference, document, Ct)).Reasons).Field);
        Assert.DoesNotContain(_bench.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task Another_order_is_never_overwritten()
    {
        Stored(Header(), Lines());
        var other = Document();
        other["header"]!["CustomersOrderReference"] = "XC1-1002";

        Assert.IsType<WriteOutcome.Rejected>(await _bench.Orders().UpdateAsync("000891", "XC1-1002", other, Ct));
    }

    [Fact]
    public async Task What_the_erp_kept_otherwise_is_told()
    {
        _bench.Server.On(("$batch", FinanceReply.ChangeSet("")), ("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(Lines())));
        var document = Document();
        document["lines"]![0]!["LineAmount"] = 12m;

        Assert.Equal("lines[0].LineAmount", Assert.Single(Assert.IsType<WriteOutcome.Differs>(await _bench.Orders().UpdateAsync("000891", Reference, document, Ct)).Fields).Field);
    }

    [Fact]
    public async Task A_lost_order_is_told()
    {
        Assert.Equal("header.SalesOrderNumber", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await _bench.Orders().UpdateAsync("000891", Reference, Document(), Ct)).Reasons).Field);
    }

    public void Dispose() => _bench.Dispose();

    private void Stored(string header, string[] lines) => _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(header)), ("SalesOrderLines", FinanceReply.List(lines)));
}
