using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.SalesOrders;

public sealed class SalesUpdateTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_edit_changes_adds_and_removes_lines_in_one_change_set(bool integrated)
    {
        await using var bench = await SalesBench.StartAsync(integrated);
        var id = await MadeAsync(bench);
        var edited = SalesBench.Document(quantity: 3, amount: 10m);
        edited["header"]!["shipto_city"] = "Genève";
        edited["lines"]!.AsArray().RemoveAt(1);
        edited["lines"]!.AsArray().Add(new JsonObject { ["Key"] = "9", ["Product"] = "HUB-7P", ["quantity"] = 1m, ["Amount"] = 39.99m });
        edited["lines"]!.AsArray().Add(new JsonObject { ["Key"] = "fee", ["productdescription"] = "Gift wrap", ["quantity"] = 1m, ["Amount"] = 2.50m });

        Assert.IsType<LookOutcome.Different>(await bench.Orders.CompareAsync(id, SalesBench.Reference, edited, SalesBench.Ct));
        Assert.IsType<WriteOutcome.Done>(await bench.Orders.UpdateAsync(id, SalesBench.Reference, edited, SalesBench.Ct));

        Assert.IsType<LookOutcome.Same>(await bench.Orders.CompareAsync(id, SalesBench.Reference, edited, SalesBench.Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders.UpdateAsync(id, SalesBench.Reference, edited, SalesBench.Ct));
        var order = Assert.Single(await bench.StoredAsync());
        Assert.Equal(10m + 39.99m + 2.50m - 1m + 4.90m + 1.23m, order["orderTotal"]!.GetValue<decimal>());
        Assert.Equal(["MUG-01", "HUB-7P", null], order["lines"]!.AsArray().Select(line => (string?)line!["inventoryID"]));
        Assert.Equal("Genève", (string?)order["city"]);
    }

    [Fact]
    public async Task What_an_address_was_is_not_said()
    {
        await using var bench = await SalesBench.StartAsync();
        var id = await MadeAsync(bench);
        var edited = SalesBench.Document();
        edited["header"]!["shipto_city"] = "Genève";

        var fields = Assert.IsType<LookOutcome.Different>(await bench.Orders.CompareAsync(id, SalesBench.Reference, edited, SalesBench.Ct)).Fields;

        Assert.Equal("header.shipto_city", Assert.Single(fields).Field);
        Assert.DoesNotContain("Zürich", fields[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_line_takes_the_whole_edit_back()
    {
        await using var bench = await SalesBench.StartAsync();
        var id = await MadeAsync(bench);
        bench.Fail(FaultKind.Status, status: 500);

        Assert.IsType<WriteOutcome.Unknown>(await bench.Orders.UpdateAsync(id, SalesBench.Reference, SalesBench.Document(quantity: 5, amount: 20m), SalesBench.Ct));
        Assert.IsType<LookOutcome.Same>(await bench.Orders.FindAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
    }

    [Theory]
    [InlineData("name", "Another name", true)]
    [InlineData("shipto_city", "Bern", false)]
    public async Task An_order_that_is_touched_between_read_and_write_is_read_anew_and_left_alone_where_what_is_compared_became_another(string column, string value, bool written)
    {
        await using var bench = await SalesBench.StartAsync();
        var id = await MadeAsync(bench);
        var edited = SalesBench.Document(quantity: 3, amount: 10m);
        edited["header"]!["shipto_city"] = "Genève";
        var late = bench.Org.StandIn.Faults.Add(new FaultRule { Kind = FaultKind.Delay, PathContains = "$batch", Count = 1, Delay = TimeSpan.FromSeconds(1) });

        var update = bench.Orders.UpdateAsync(id, SalesBench.Reference, edited, SalesBench.Ct);
        await Eventually.TrueAsync(() => bench.Org.StandIn.Faults.List().Any(fault => fault.Rule.Id == late.Id && fault.Hits > 0), "the write is on its way");
        Assert.Equal(HttpStatusCode.NoContent, (await bench.Org.PatchAsync($"salesorders({id})", new JsonObject { [column] = value })).Status);
        var outcome = await update;

        if (written)
        {
            Assert.IsType<WriteOutcome.Done>(outcome);
            Assert.IsType<LookOutcome.Same>(await bench.Orders.CompareAsync(id, SalesBench.Reference, edited, SalesBench.Ct));
            return;
        }

        Assert.Contains("somebody else", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(outcome).Reasons).Message, StringComparison.Ordinal);
        var order = Assert.Single(await bench.StoredAsync());
        Assert.Equal((value, 2m), ((string?)order["city"], order["lines"]![0]!["qty"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_shipped_order_is_neither_changed_nor_cancelled()
    {
        await using var bench = await SalesBench.StartAsync();
        var id = await MadeAsync(bench);
        await bench.Org.ControlAsync("ship", new JsonObject { ["orderNbr"] = id, ["parcels"] = new JsonArray(new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }) }) });

        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.UpdateAsync(id, SalesBench.Reference, SalesBench.Document(amount: 8m), SalesBench.Ct));
        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.CancelAsync(id, SalesBench.Ct));
    }

    [Fact]
    public async Task Another_order_is_not_touched()
    {
        await using var bench = await SalesBench.StartAsync();
        await MadeAsync(bench);

        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.UpdateAsync(Guid.NewGuid().ToString(), SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
    }

    [Fact]
    public async Task A_cancelled_order_is_read_as_such_and_Sales_decides_whether_it_opens_again()
    {
        await using var bench = await SalesBench.StartAsync();
        var id = await MadeAsync(bench);
        Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders.ReopenAsync(id, SalesBench.Ct));

        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CancelAsync(id, SalesBench.Ct));

        Assert.Equal("Canceled", (string?)Assert.Single(await bench.StoredAsync())["state"]);
        Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders.CancelAsync(id, SalesBench.Ct));
        Assert.IsType<LookOutcome.Different>(await bench.Orders.FindAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
        Assert.Contains("does not open", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.ReopenAsync(id, SalesBench.Ct)).Reasons).Message, StringComparison.Ordinal);
    }

    private static async Task<string> MadeAsync(SalesBench bench) =>
        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)).Ref.Id;
}
