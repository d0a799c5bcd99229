using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;
using Integration.Dynamics.Dataverse.Stock;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Stock;

public sealed class DataverseStockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Skus_are_read_as_they_were_asked_for_and_those_without_a_number_have_no_places()
    {
        await using var bench = await RecordsBench.StartAsync();

        var read = await ReadAsync(Stock(bench), "lamp-zürich", "GIFT-WRAP", "NO-SUCH", "MUG-01", "O'NEILL");

        Assert.Equal(["lamp-zürich", "GIFT-WRAP", "NO-SUCH", "MUG-01", "O'NEILL"], read.Select(figure => figure.Sku));
        Assert.Equal([300m, null, null, 2000m, null], read.Select(figure => figure.Places.TryGetValue("SHOP", out var quantity) ? quantity : (decimal?)null));
    }

    [Fact]
    public async Task Many_skus_are_read_in_few_calls_and_a_page_is_a_call()
    {
        await using var bench = await RecordsBench.StartAsync();
        await bench.Org.ControlAsync("stock/bulk", new() { ["count"] = 150, ["onHand"] = 7, ["price"] = 1 });
        var stock = Stock(bench);
        var before = bench.Calls;

        var figures = await ReadAsync(stock, [.. Enumerable.Range(1, 150).Select(number => $"BULK-{number:000000}")]);

        Assert.All(figures, figure => Assert.Equal(7, figure.Places["SHOP"]));
        Assert.Equal(3, bench.Calls - before);
        var (all, calls) = (new List<string>(), 0);
        for (string? after = ""; after is not null; calls++)
        {
            var page = Assert.IsType<ErpStockReading.Read>(await stock.PageAsync(after, Ct));
            all.AddRange(page.Figures.Select(figure => figure.Sku));
            after = page.Next;
        }

        // Every product but the service, which has no number.
        Assert.Equal((169, 169, 17), (all.Count, all.Distinct().Count(), calls));
    }

    [Fact]
    public async Task A_change_names_the_sku_and_orders_change_nothing()
    {
        var time = new SteppedTime();
        await using var bench = await RecordsBench.StartAsync(clock: time);
        time.Step(TimeSpan.FromMinutes(1));
        await bench.Org.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = -1 }) });
        await bench.Org.OrderAsync();
        var stock = Stock(bench);

        var changed = Assert.Single(await RecordsBench.AllAsync(stock.ChangedSinceAsync(time.GetUtcNow(), Ct)));

        Assert.Equal(("MUG-01", time.GetUtcNow()), (changed.Id, changed.ChangedAt));
        Assert.Equal(1999, Assert.Single(await ReadAsync(stock, "MUG-01")).Places["SHOP"]);
        Assert.Equal(CountsOrdersFrom.Shipped, stock.CountsOrdersFrom);
    }

    private static DataverseStock Stock(RecordsBench bench) => new(bench.Client, "SHOP", CountsOrdersFrom.Shipped, "productnumber", RecordsBench.PageSize);

    private static async Task<IReadOnlyList<StockFigure>> ReadAsync(DataverseStock stock, params string[] skus) => Assert.IsType<ErpStockReading.Read>(await stock.ReadAsync(skus, Ct)).Figures;
}
