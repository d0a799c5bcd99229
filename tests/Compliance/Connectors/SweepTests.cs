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

public sealed class SweepTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SweepSchedule Schedule = new() { Overlap = TimeSpan.FromMinutes(3) };

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_first_sweep_begins_at_from_and_the_next_at_the_sources_clock_minus_overlap(string database)
    {
        await using var bench = await OpenAsync(database);
        var shop = new FakeShop();
        shop.Pages.Add(new ChangePage([Hit("1")], Noon.AddSeconds(7), Last: false));
        shop.Pages.Add(new ChangePage([Hit("2")], Noon.AddSeconds(20), Last: true));

        Assert.Null(await bench.Sweeps.RunAsync(Target(shop), Token));
        Assert.Equal(From, shop.Since);
        Assert.Null(await bench.Sweeps.RunAsync(Target(shop), Token));

        Assert.Equal(Noon.AddSeconds(7) - Schedule.Overlap, shop.Since);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_sweep_and_hints_that_mark_the_same_records_do_not_lock_each_other_out(string database)
    {
        await using var bench = await OpenAsync(database);
        var ids = Enumerable.Range(100, 60).Select(id => $"{id}").ToList();

        for (var round = 0; round < 10; round++)
        {
            bench.Clock.Pass(TimeSpan.FromMinutes(1));
            var newestFirst = ids.AsEnumerable().Reverse().Select(id => new ChangedRecord(id, bench.Clock.GetUtcNow())).ToList();
            await Task.WhenAll(
                bench.Database.TransactAsync((unit, token) => bench.Book.MarkSweptAsync(unit, "pair", Entities.Order, newestFirst, TimeSpan.Zero, false, token), Token),
                bench.Database.TransactAsync(
                    async (unit, token) =>
                    {
                        foreach (var id in ids) await bench.Book.MarkAsync(unit, new LookKey("pair", Entities.Order, id), FoundBy.Hint, token);
                    },
                    Token));
        }
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_failed_page_leaves_the_watermark_but_keeps_what_was_found(string database)
    {
        await using var bench = await OpenAsync(database);
        var shop = new FakeShop();
        shop.Pages.Add(new ChangePage([Hit("1")], Noon, Last: false));
        shop.Pages.Add(new ChangePage([], null, Last: false, new WriteOutcome.Unavailable("down")));

        Assert.IsType<WriteOutcome.Unavailable>(await bench.Sweeps.RunAsync(Target(shop), Token));

        Assert.Null(await bench.Sweeps.WatermarkAsync(Target(shop), Token));
        Assert.Single(await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_listing_that_ends_without_its_last_page_leaves_the_watermark(string database)
    {
        await using var bench = await OpenAsync(database);
        var shop = new FakeShop();
        shop.Pages.Add(new ChangePage([Hit("1")], Noon, Last: false));

        Assert.NotNull(await bench.Sweeps.RunAsync(Target(shop), Token));

        Assert.Null(await bench.Sweeps.WatermarkAsync(Target(shop), Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_was_read_since_it_changed_is_not_read_again(string database)
    {
        await using var bench = await OpenAsync(database);
        var shop = new FakeShop();
        shop.Pages.Add(new ChangePage([Hit("1")], Noon, Last: true));
        await bench.Sweeps.RunAsync(Target(shop), Token);
        await bench.ReadMarkedAsync(stamp: Hit("1").ChangedAt, Token);
        await bench.Sweeps.RunAsync(Target(shop), Token);
        Assert.Empty(await bench.MarkedAsync(Token));

        shop.Pages[0] = new ChangePage([Hit("1") with { ChangedAt = Noon }], Noon.AddSeconds(5), Last: true);
        await bench.Sweeps.RunAsync(Target(shop), Token);

        Assert.Single(await bench.MarkedAsync(Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_that_was_read_within_the_second_of_its_change_is_read_again(string database)
    {
        await using var bench = await OpenAsync(database);
        var shop = new FakeShop();
        var now = bench.Clock.GetUtcNow();
        shop.Pages.Add(new ChangePage([new ChangedRecord("1", now)], now, Last: true));
        await bench.Sweeps.RunAsync(Target(shop), Token);
        // A hint made us read it in that very second.
        await bench.ReadMarkedAsync(stamp: now, Token);
        bench.Clock.Pass(TimeSpan.FromSeconds(15));
        shop.Pages[0] = shop.Pages[0] with { SourceTime = bench.Clock.GetUtcNow() };

        await bench.Sweeps.RunAsync(Target(shop), Token);

        Assert.Single(await bench.MarkedAsync(Token));
    }

    [Theory]
    [InlineData(true, FoundBy.Hint, 0)]
    [InlineData(true, FoundBy.Sweep, 1)]
    [InlineData(false, FoundBy.Hint, 1)]
    public async Task A_reading_within_the_second_stands_when_a_hint_caused_it_and_every_change_is_hinted(bool hintsAll, string foundBy, int again)
    {
        await using var bench = await OpenAsync(Sqlite);
        var shop = new FakeShop { HintsEveryChange = hintsAll };
        var now = bench.Clock.GetUtcNow();
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, "1"), foundBy, ct), Token);
        await bench.ReadMarkedAsync(stamp: now, Token);
        bench.Clock.Pass(TimeSpan.FromSeconds(15));
        shop.Pages.Add(new ChangePage([new ChangedRecord("1", now)], bench.Clock.GetUtcNow(), Last: true));

        await bench.Sweeps.RunAsync(Target(shop), Token);

        Assert.Equal(again, (await bench.MarkedAsync(Token)).Count);
    }

    [Theory, InlineData(0, 1), InlineData(60, 0)]
    public async Task A_stamp_finer_than_seconds_names_one_state_whenever_it_was_read(int milliseconds, int again)
    {
        await using var bench = await OpenAsync(Sqlite);
        var shop = new FakeShop();
        var stamp = bench.Clock.GetUtcNow().AddMilliseconds(milliseconds);
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, "1"), FoundBy.Sweep, ct), Token);
        await bench.ReadMarkedAsync(stamp, Token);
        bench.Clock.Pass(TimeSpan.FromSeconds(15));
        shop.Pages.Add(new ChangePage([new ChangedRecord("1", stamp)], bench.Clock.GetUtcNow(), Last: true));

        await bench.Sweeps.RunAsync(Target(shop), Token);

        Assert.Equal(again, (await bench.MarkedAsync(Token)).Count);
    }

    private static SweepTarget Target(FakeShop shop) => new("shop-erp", Entities.Order, "shop-erp", "orders", From, Schedule, shop.ChangedSinceAsync)
    {
        HintsEveryChange = () => shop.HintsEveryChange,
    };

    private static ChangedRecord Hit(string id) => new(id, Noon.AddMinutes(-5));
}
