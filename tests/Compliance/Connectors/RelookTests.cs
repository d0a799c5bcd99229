using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class RelookTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly RelookSchedule Schedule = new(TimeSpan.FromMinutes(10), TimeSpan.FromDays(3), 4);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Recent_orders_are_marked_again_one_after_another(string database)
    {
        await using var bench = await OpenAsync(database);
        var recent = Recent("1", "2", "3", "1");
        var now = bench.Clock.GetUtcNow();

        Assert.Null(await RunAsync(bench, recent));
        Assert.Equal(now - TimeSpan.FromDays(3), recent.Since);
        var rows = await bench.LooksAsync(Token);
        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal((1, FoundBy.Relook), (row.Dirty, row.FoundBy)));
        // Half of ten minutes over three orders.
        Assert.Equal([0, 100, 200], rows.Select(row => (row.DueAt - now.ToUnixTimeMilliseconds()) / 1000));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_was_read_lately_or_waits_already_is_left_alone(string database)
    {
        await using var bench = await OpenAsync(database);
        await MarkAsync(bench, "lately", "long ago", "waiting");
        await ReadAsync(bench, "lately", bench.Clock.GetUtcNow().AddMinutes(-9));
        await ReadAsync(bench, "long ago", bench.Clock.GetUtcNow().AddMinutes(-11));
        var waiting = (await bench.LooksAsync(Token)).Single(row => row.Id == "waiting");

        await RunAsync(bench, Recent("lately", "long ago", "waiting"));
        var rows = (await bench.LooksAsync(Token)).ToDictionary(row => row.Id);
        Assert.Equal((0, 1), (rows["lately"].Dirty, rows["long ago"].Dirty));
        Assert.Equal((1, waiting.DueAt), (rows["waiting"].Dirty, rows["waiting"].DueAt));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task No_more_than_the_schedule_allows_are_listed_and_marked(string database)
    {
        await using var bench = await OpenAsync(database);
        var recent = Recent([.. Enumerable.Range(1, 20).Select(number => $"{number}")]);

        Assert.Null(await RunAsync(bench, recent));
        Assert.Equal(4, (await bench.LooksAsync(Token)).Count);
        Assert.Equal(2, recent.Pages);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_list_that_fails_says_so_and_keeps_what_it_gave(string database)
    {
        await using var bench = await OpenAsync(database);
        var recent = Recent("1", "2");
        recent.Failure = new WriteOutcome.Unavailable("down");

        Assert.IsType<WriteOutcome.Unavailable>(await RunAsync(bench, recent));
        Assert.Equal(2, (await bench.LooksAsync(Token)).Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Nothing_from_before_the_pairs_beginning_is_asked_for(string database)
    {
        await using var bench = await OpenAsync(database);
        var recent = Recent();
        var from = bench.Clock.GetUtcNow().AddHours(-1);

        await RunAsync(bench, recent, from);
        Assert.Equal(from, recent.Since);
    }

    private static FakeRecentOrders Recent(params string[] ids)
    {
        var recent = new FakeRecentOrders();
        foreach (var id in ids) recent.Ids.Enqueue(id);
        return recent;
    }

    private static Task<WriteOutcome?> RunAsync(ConnectorBench bench, FakeRecentOrders recent, DateTimeOffset? from = null) =>
        new RelookRunner(bench.Database, bench.Book, bench.Clock).RunAsync(
            new RelookTarget("shop-erp", Entities.Order, from ?? DateTimeOffset.UnixEpoch, Schedule, recent.PlacedSinceAsync), Token);

    private static Task MarkAsync(ConnectorBench bench, params string[] ids) => bench.Database.TransactAsync(async (unit, ct) =>
    {
        foreach (var id in ids) await bench.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, id), FoundBy.Hint, ct);
    }, Token);

    private static Task ReadAsync(ConnectorBench bench, string id, DateTimeOffset at) => bench.Database.TransactAsync(
        (unit, ct) => LookBook.StoreAsync(unit, new LookRow { Scope = "shop-erp", Entity = Entities.Order, Id = id, Dirty = 1 },
            new LookReading { ReadAt = at.ToUnixTimeMilliseconds(), Sequence = 1, Fingerprint = "f", Note = "" }, ct), Token);
}
