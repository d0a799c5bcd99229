using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;
using Integration.Platform.Database;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class SkuMapTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly StockItem One = new("1");
    private static readonly StockItem OneRed = new("1", "7");
    private static readonly StockItem Two = new("2");

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_round_fills_the_map_and_the_next_waits(string database)
    {
        await using var bench = await OpenAsync(database);
        var (map, crawl, catalogue) = Shop(bench, (One, "A"), (OneRed, "A-RED"), (Two, "B"));

        Assert.Equal((TimeSpan.FromSeconds(30), null), await crawl.StepAsync("xc1", catalogue, null, Token));
        await crawl.StepAsync("xc1", catalogue, null, Token);
        Assert.Equal((TimeSpan.FromHours(24), null), await crawl.StepAsync("xc1", catalogue, null, Token));
        Assert.Equal([1, 2], catalogue.Asked);
        var found = await map.FindAsync("xc1", ["A-RED", "B", "NO-SUCH", "B"], Token);
        Assert.Equal(["A-RED", "B"], found.Keys.Order());
        Assert.Equal([OneRed], found["A-RED"]);
        Assert.Empty(await map.FindAsync("xc2", ["B"], Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_sku_of_several_items_gives_all_and_is_named(string database)
    {
        await using var bench = await OpenAsync(database);
        var (map, crawl, catalogue) = Shop(bench, (One, "A"), (Two, "A"), (OneRed, "B"));
        await RoundAsync(bench, crawl, catalogue);

        Assert.Equal([One, Two], (await map.FindAsync("xc1", ["A"], Token))["A"]);
        Assert.Equal(["A"], await map.DuplicatesAsync("xc1", Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_two_rounds_did_not_see_is_forgotten_and_a_new_sku_replaces_the_old(string database)
    {
        await using var bench = await OpenAsync(database);
        var (map, crawl, catalogue) = Shop(bench, (One, "A"), (Two, "B"));
        await RoundAsync(bench, crawl, catalogue);
        catalogue.Items[0] = new CatalogueItem(One, "A-NEW");
        catalogue.Items.RemoveAt(1);

        await RoundAsync(bench, crawl, catalogue);
        Assert.Equal(["A-NEW", "B"], (await map.FindAsync("xc1", ["A", "A-NEW", "B"], Token)).Keys.Order());
        await RoundAsync(bench, crawl, catalogue);
        Assert.Equal(["A-NEW"], (await map.FindAsync("xc1", ["A", "A-NEW", "B"], Token)).Keys);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_round_goes_on_after_a_failure_or_restart_where_it_was(string database)
    {
        await using var bench = await OpenAsync(database);
        var (map, crawl, catalogue) = Shop(bench, (One, "A"), (OneRed, "B"), (Two, "C"));
        await crawl.StepAsync("xc1", catalogue, null, Token);
        catalogue.Failure = new WriteOutcome.Unavailable("down");
        Assert.NotNull((await crawl.StepAsync("xc1", catalogue, null, Token)).Failure);
        catalogue.Failure = null;

        await new SkuCrawl(map, bench.Clock, NullLogger<SkuCrawl>.Instance).StepAsync("xc1", catalogue, null, Token);
        Assert.Equal([1, 2, 2], catalogue.Asked);
        Assert.Equal(3, (await map.FindAsync("xc1", ["A", "B", "C"], Token)).Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_sku_that_appears_after_the_first_round_is_told_once(string database)
    {
        await using var bench = await OpenAsync(database);
        var (_, crawl, catalogue) = Shop(bench, (One, "A"), (Two, "B"));
        var told = new List<string>();
        Task HearAsync(IUnit unit, IReadOnlyList<string> skus, CancellationToken ct)
        {
            told.AddRange(skus);
            return Task.CompletedTask;
        }

        await RoundAsync(bench, crawl, catalogue, HearAsync);
        Assert.Empty(told);
        catalogue.Items[0] = new CatalogueItem(One, "A-NEW");
        catalogue.Items.Add(new CatalogueItem(OneRed, "RED"));
        await RoundAsync(bench, crawl, catalogue, HearAsync);
        await RoundAsync(bench, crawl, catalogue, HearAsync);
        Assert.Equal(["A-NEW", "RED"], told);
    }

    private static (SkuMap Map, SkuCrawl Crawl, FakeCatalogue Catalogue) Shop(ConnectorBench bench, params (StockItem Item, string Sku)[] items)
    {
        var map = new SkuMap(bench.Database, bench.Clock);
        var catalogue = new FakeCatalogue();
        catalogue.Items.AddRange(items.Select(item => new CatalogueItem(item.Item, item.Sku)));
        return (map, new SkuCrawl(map, bench.Clock, NullLogger<SkuCrawl>.Instance), catalogue);
    }

    private static async Task RoundAsync(ConnectorBench bench, SkuCrawl crawl, FakeCatalogue catalogue, SkusAppeared? appeared = null)
    {
        while ((await crawl.StepAsync("xc1", catalogue, appeared, Token)).Wait == catalogue.Schedule.BetweenPages)
        {
        }

        bench.Clock.Pass(catalogue.Schedule.Every);
    }
}
