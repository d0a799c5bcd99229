using System.Text.RegularExpressions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Stock;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Stock;

public sealed partial class FinanceStockTests : IDisposable
{
    private readonly List<FinanceBench> _benches = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Skus_are_read_as_they_were_asked_for_and_their_dimensions_added_up()
    {
        var (stock, bench) = Stock();
        bench.Server.On(("WarehousesOnHandV2", FinanceReply.List(Row("mug-01", "11", 5, 3), Row("MUG-01", "11", 2, 1), Row("MUG-01", "12", 1, 1), Row("BOOK", "11", -3, -3), Row("OTHER", "11", 9, 9))));

        var figures = await ReadAsync(stock, "BOOK", "NO-SUCH", "Mug-01");

        Assert.Equal(["BOOK", "NO-SUCH", "Mug-01"], figures.Select(figure => figure.Sku));
        Assert.Equal((-3m, 4m, 1m), (figures[0].Places["11"], figures[2].Places["11"], figures[2].Places["12"]));
        Assert.Empty(figures[1].Places);
        Assert.Contains("dataAreaId eq 'usmf' and (ItemNumber eq 'BOOK' or ItemNumber eq 'NO-SUCH' or ItemNumber eq 'Mug-01')", Assert.Single(bench.Server.Targets), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(StockQuantity.AvailableOnHand), 3)]
    [InlineData(nameof(StockQuantity.OnHand), 5)]
    [InlineData(nameof(StockQuantity.TotalAvailable), 8)]
    public async Task The_figure_is_a_matter_of_the_settings(string quantity, int pieces)
    {
        var (stock, bench) = Stock(FinanceBench.Usual with { Stock = new StockSettings { Quantity = Enum.Parse<StockQuantity>(quantity) } });
        bench.Server.On(("WarehousesOnHandV2", FinanceReply.List(Row("MUG-01", "11", 5, 3, 8))));

        Assert.Equal(pieces, (await ReadAsync(stock, "MUG-01"))[0].Places["11"]);
    }

    [Fact]
    public async Task Warehouses_that_are_not_named_do_not_count()
    {
        var (stock, bench) = Stock(FinanceBench.Usual with { Warehouse = "12" });
        bench.Server.On(("WarehousesOnHandV2", FinanceReply.List(Row("MUG-01", "11", 5, 3), Row("MUG-01", "12", 1, 1))));

        Assert.Equal(["12"], (await ReadAsync(stock, "MUG-01"))[0].Places.Keys);
    }

    [Fact]
    public async Task Many_skus_are_asked_for_in_addresses_that_web_servers_take()
    {
        var (stock, bench) = Stock();
        var skus = Enumerable.Range(0, 200).Select(number => $"LAMPE-ZÜRICH-{number:000}").ToArray();

        Assert.Equal(200, (await ReadAsync(stock, skus)).Count);
        Assert.All(bench.Server.Calls, call => Assert.InRange(call.Address.Length, 1, 2000));
        Assert.Equal(skus, bench.Server.Targets.SelectMany(target => Item().Matches(target).Select(match => match.Groups[1].Value)));
    }

    [Fact]
    public async Task Pages_run_along_the_item_and_never_split_one()
    {
        var (stock, bench) = Stock(FinanceBench.Usual with { PageSize = 10 });
        var rows = Enumerable.Range(0, 25).Select(number => (Item: $"I{number / 2:00}", Row: Row($"I{number / 2:00}", number % 2 == 0 ? "11" : "12", 1, 1))).ToList();
        bench.Server.Script = call =>
        {
            var after = After().Match(call.Target) is { Success: true } match ? match.Groups[1].Value : "";
            var wanted = Item().Matches(call.Target).Select(item => item.Groups[1].Value).ToList();
            return FinanceReply.List(rows.Where(row => string.CompareOrdinal(row.Item, after) > 0 && (wanted.Count == 0 || wanted.Contains(row.Item))).Take(10).Select(row => row.Row));
        };

        var all = new List<StockFigure>();
        for (string? after = ""; after is not null;)
        {
            var page = Assert.IsType<ErpStockReading.Read>(await stock.PageAsync(after, Ct));
            all.AddRange(page.Figures);
            after = page.Next;
        }

        Assert.Equal(Enumerable.Range(0, 13).Select(number => $"I{number:00}"), all.Select(figure => figure.Sku));
        Assert.All(all.Take(12), figure => Assert.Equal(2, figure.Places.Count));
    }

    [Fact]
    public async Task An_item_of_more_rows_than_a_page_holds_is_read_by_itself()
    {
        var (stock, bench) = Stock(FinanceBench.Usual with { PageSize = 10 });
        var rows = Enumerable.Range(0, 14).Select(number => Row("BIG", $"{number:00}", 1, 1)).ToArray();
        bench.Server.Script = call => Item().IsMatch(call.Target) ? FinanceReply.List(rows) : After().IsMatch(call.Target) ? FinanceReply.List() : FinanceReply.List(rows.Take(10));

        var page = Assert.IsType<ErpStockReading.Read>(await stock.PageAsync("", Ct));

        Assert.Equal((14, "BIG"), (Assert.Single(page.Figures).Places.Count, page.Next));
        Assert.Null(Assert.IsType<ErpStockReading.Read>(await stock.PageAsync("BIG", Ct)).Next);
    }

    [Fact]
    public async Task A_server_that_pays_no_heed_to_where_a_page_begins_is_told_and_not_asked_for_ever()
    {
        var (stock, bench) = Stock();
        bench.Server.On(("WarehousesOnHandV2", FinanceReply.List(Row("A", "11", 1, 1), Row("B", "11", 1, 1))));

        Assert.IsType<WriteOutcome.Rejected>(Assert.IsType<ErpStockReading.Failed>(await stock.PageAsync("B", Ct)).Outcome);
    }

    [Fact]
    public async Task Nothing_tells_what_changed()
    {
        var (stock, bench) = Stock();
        var pages = new List<ChangePage>();
        await foreach (var page in stock.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) pages.Add(page);

        Assert.True(Assert.Single(pages).Last);
        Assert.Empty(pages[0].Records);
        Assert.Empty(bench.Server.Calls);
    }

    [Fact]
    public async Task A_broken_answer_is_no_figure()
    {
        var (stock, bench) = Stock();
        bench.Server.Script = _ => new FinanceReply(200, """{"value":[{"dataAreaId":"usmf","ItemNumber":"MUG-01","InventoryWare""");

        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ErpStockReading.Failed>(await stock.ReadAsync(["MUG-01"], Ct)).Outcome);
    }

    public void Dispose() => _benches.ForEach(bench => bench.Dispose());

    private (FinanceStock Stock, FinanceBench Bench) Stock(DynamicsSettings? settings = null)
    {
        var bench = new FinanceBench(settings);
        _benches.Add(bench);
        return (new FinanceStock(bench.Client, bench.Settings), bench);
    }

    private static async Task<IReadOnlyList<StockFigure>> ReadAsync(FinanceStock stock, params string[] skus) => Assert.IsType<ErpStockReading.Read>(await stock.ReadAsync(skus, Ct)).Figures;

    private static string Row(string item, string warehouse, int onHand, int available, int total = 0) =>
        $"\"ItemNumber\":\"{item}\",\"InventoryWarehouseId\":\"{warehouse}\",\"OnHandQuantity\":{onHand},\"AvailableOnHandQuantity\":{available},\"TotalAvailableQuantity\":{total}";

    [GeneratedRegex("ItemNumber eq '([^']*)'")]
    private static partial Regex Item();

    [GeneratedRegex("ItemNumber gt '([^']*)'")]
    private static partial Regex After();
}
