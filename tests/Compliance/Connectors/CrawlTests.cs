using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Privacy;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class CrawlTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Anna = "anna@example.com";

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_first_round_marks_every_record_and_the_next_waits(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1", "2", "3");
        var now = bench.Clock.GetUtcNow().ToUnixTimeMilliseconds();

        Assert.Equal((TimeSpan.FromSeconds(30), null), await crawl.StepAsync(shop.Target(), Token));
        var first = await bench.LooksAsync(Token);
        Assert.Equal(["1", "2"], first.Select(row => row.Id));
        Assert.All(first, row => Assert.Equal((1, FoundBy.Crawl), (row.Dirty, row.FoundBy)));
        // A fiftieth of the pause between two pages from one to the next.
        Assert.Equal([0, 600], first.Select(row => row.DueAt - now));
        await bench.ReadMarkedAsync(stamp: null, Token);
        await crawl.StepAsync(shop.Target(), Token);
        await bench.ReadMarkedAsync(stamp: null, Token);
        Assert.Equal((TimeSpan.FromHours(24), null), await crawl.StepAsync(shop.Target(), Token));
        Assert.Equal([1, 2], shop.Asked);
        Assert.Equal(3, (await bench.LooksAsync(Token)).Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Later_rounds_mark_only_what_is_new_or_different(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1", "2", "3");
        await RoundAsync(bench, crawl, shop);
        await bench.ReadMarkedAsync(stamp: null, Token);

        await RoundAsync(bench, crawl, shop);
        Assert.Empty(await bench.MarkedAsync(Token));
        shop.Records["2"] = "moved to another street";
        shop.Records["4"] = "new";
        await RoundAsync(bench, crawl, shop);
        Assert.Equal(["2", "4"], await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_is_gone_is_marked_once_and_only_after_a_whole_round(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1", "2", "3", "4", "5");
        await RoundAsync(bench, crawl, shop);
        await bench.ReadMarkedAsync(stamp: null, Token);
        shop.Records.Remove("1");

        await crawl.StepAsync(shop.Target(), Token);
        Assert.Empty(await bench.MarkedAsync(Token));
        await crawl.StepAsync(shop.Target(), Token);
        Assert.Equal(["1"], await bench.MarkedAsync(Token));
        await bench.ReadMarkedAsync(stamp: null, Token);
        bench.Clock.Pass(shop.Schedule.Every);
        await RoundAsync(bench, crawl, shop);
        Assert.Empty(await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_that_comes_back_is_marked_as_new(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1", "2");
        await RoundAsync(bench, crawl, shop);
        shop.Records.Remove("2");
        await RoundAsync(bench, crawl, shop);
        await bench.ReadMarkedAsync(stamp: null, Token);
        shop.Records["2"] = "again";

        await RoundAsync(bench, crawl, shop);
        Assert.Equal(["2"], await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_round_goes_on_after_a_failure_or_restart_where_it_was(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1", "2", "3");
        await crawl.StepAsync(shop.Target(), Token);
        shop.Failure = new WriteOutcome.Unavailable("down");
        Assert.Equal((TimeSpan.FromSeconds(30), shop.Failure), await crawl.StepAsync(shop.Target(), Token));
        shop.Failure = null;

        await Crawl(bench).StepAsync(shop.Target(), Token);
        Assert.Equal([1, 2, 2], shop.Asked);
        Assert.Equal(["1", "2", "3"], await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Orders_that_wait_to_be_read_go_first(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1");
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, "77"), FoundBy.Hint, ct), Token);

        Assert.Equal((TimeSpan.FromSeconds(30), null), await crawl.StepAsync(shop.Target(), Token));
        Assert.Empty(shop.Asked);
        await bench.ReadMarkedAsync(stamp: null, Token);
        await crawl.StepAsync(shop.Target(), Token);
        Assert.Equal([1], shop.Asked);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Orders_that_nobody_reads_just_now_keep_nothing_waiting(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1");
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, "77"), FoundBy.Hint, ct), Token);

        await crawl.StepAsync(shop.Target() with { First = [] }, Token);
        Assert.Equal([1], shop.Asked);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_that_is_being_read_is_marked_again(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1");
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Customer, "1"), FoundBy.Hint, ct), Token);
        var seen = Assert.Single(await bench.LooksAsync(Token));

        await crawl.StepAsync(shop.Target(), Token);
        await bench.ReadAsync(seen, stamp: null, Token);
        // What the read saw may be older than what the crawl saw.
        Assert.Equal(["1"], await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Two_pairs_of_one_shop_are_told_separately(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench, "1");
        await crawl.StepAsync(shop.Target(), Token);
        await crawl.StepAsync(shop.Target("shop-other"), Token);

        Assert.Equal(["shop-erp", "shop-other"], (await bench.LooksAsync(Token)).Select(row => row.Scope));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Only_hashes_are_stored_and_equal_contents_differ(string database)
    {
        await using var bench = await OpenAsync(database);
        var (crawl, shop) = Start(bench);
        shop.Records["1"] = Anna;
        shop.Records["2"] = Anna;
        await crawl.StepAsync(shop.Target(), Token);

        var stored = await bench.Database.ReadAsync((unit, ct) => unit.ListAsync<string>("SELECT fingerprint FROM crawl_record ORDER BY id", null, ct), Token);
        Assert.Equal(2, stored.Distinct().Count());
        Assert.All(stored, fingerprint => Assert.Matches("^[0-9a-f]{64}$", fingerprint));
        Assert.DoesNotContain(Anna, shop.Records.Select(record => new Integration.Connectors.Ports.CrawledRecord(record.Key, record.Value).ToString()));
    }

    private static (CrawlRunner Crawl, FakeRecords Shop) Start(ConnectorBench bench, params string[] ids)
    {
        var shop = new FakeRecords();
        foreach (var id in ids) shop.Records[id] = $"customer {id}";
        return (Crawl(bench), shop);
    }

    private static CrawlRunner Crawl(ConnectorBench bench) =>
        new(bench.Database, bench.Book, new CrawlBook(new KeyedHash(bench.Sealer), bench.Clock), bench.Clock);

    private static async Task RoundAsync(ConnectorBench bench, CrawlRunner crawl, FakeRecords shop)
    {
        while ((await crawl.StepAsync(shop.Target(), Token)).Wait == shop.Schedule.BetweenPages)
        {
        }

        bench.Clock.Pass(shop.Schedule.Every);
    }
}
