using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>Sweeps of a system that keeps no change stamps.</summary>
public sealed class ListingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private readonly SortedDictionary<string, string> _records = new(StringComparer.Ordinal);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_is_new_or_different_or_no_longer_listed_is_marked_and_nothing_else(string database)
    {
        await using var bench = await OpenAsync(database);
        (_records["1"], _records["2"], _records["3"]) = ("open", "open", "open");
        Assert.Equal(["1", "2", "3"], await SweepAsync(bench));
        Assert.Empty(await SweepAsync(bench));

        _records["2"] = "packed";
        Assert.Equal(["2"], await SweepAsync(bench));
        _records.Remove("3");
        _records["4"] = "open";
        Assert.Equal(["3", "4"], await SweepAsync(bench));
        _records["3"] = "open";
        Assert.Equal(["3"], await SweepAsync(bench));
        _records.Clear();
        Assert.Equal(["1", "2", "3", "4"], await SweepAsync(bench));
        Assert.Empty(await SweepAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_listing_that_fails_half_way_makes_nothing_gone_and_forgets_nothing(string database)
    {
        await using var bench = await OpenAsync(database);
        (_records["1"], _records["2"], _records["3"]) = ("open", "open", "open");
        await SweepAsync(bench);
        _records["1"] = "packed";

        Assert.IsType<WriteOutcome.Unavailable>(await bench.Sweeps.RunAsync(Target(Broken), Token));

        Assert.Empty(await bench.ReadMarkedAsync(stamp: null, Token));
        Assert.Equal(["1"], await SweepAsync(bench));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_change_that_was_read_since_the_listing_before_is_looked_at_again_and_counts_as_hinted(string database)
    {
        await using var bench = await OpenAsync(database);
        (_records["1"], _records["2"]) = ("open", "open");
        await SweepAsync(bench);
        bench.Clock.Pass(TimeSpan.FromSeconds(10));
        await SweepAsync(bench);
        bench.Clock.Pass(TimeSpan.FromSeconds(10));
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("erp", Entities.Order, "1"), FoundBy.Hint, ct), Token);
        await bench.ReadMarkedAsync(stamp: null, Token);
        (_records["1"], _records["2"]) = ("packed", "packed");
        var before = await MissedAsync(bench);

        Assert.Equal(["1", "2"], await SweepAsync(bench));

        Assert.Equal(before + 1, await MissedAsync(bench));
    }

    private static SweepTarget Target(Func<IEnumerable<ChangePage>> pages) => new(
        "erp", Entities.Order, "shop-erp", "shipments", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new SweepSchedule(), (_, _) => pages().ToAsyncEnumerable());

    private IEnumerable<ChangePage> Whole()
    {
        var pages = _records.Select(record => new ChangedRecord(record.Key, default) { Content = record.Value }).Chunk(2).ToList();
        return pages.Count == 0
            ? [new ChangePage([], null, Last: true) { IsWhole = true }]
            : pages.Select((page, index) => new ChangePage(page, null, Last: index == pages.Count - 1) { IsWhole = true });
    }

    private IEnumerable<ChangePage> Broken() => [Whole().First() with { Last = false }, new ChangePage([], null, Last: false, new WriteOutcome.Unavailable("down"))];

    private async Task<IReadOnlyList<string>> SweepAsync(ConnectorBench bench)
    {
        Assert.Null(await bench.Sweeps.RunAsync(Target(Whole), Token));
        return await bench.ReadMarkedAsync(stamp: null, Token);
    }

    private static Task<long> MissedAsync(ConnectorBench bench) => bench.Database.ReadAsync(
        (unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT CAST(COALESCE(SUM(missed), 0) AS bigint) FROM hint_tally", null, ct), Token);
}
