using Integration.Connectors.Backfills;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class BackfillTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly DateTimeOffset LongAgo = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_whole_list_is_given_to_the_lane_once_and_never_more_than_a_page_waits(string database)
    {
        await using var stage = await StageAsync(database, orders: 95);
        var run = await stage.StartAsync(null);
        var most = 0L;

        while (await stage.StepAsync() is { EndedAt: null })
        {
            most = Math.Max(most, await stage.WaitingAsync());
            await stage.ReadAsync();
        }

        Assert.Equal(Ids(95), stage.Placed);
        Assert.InRange(most, 1, 10);
        var end = await stage.FindAsync(run);
        Assert.Equal((BackfillStates.Done, 95, 95, 0, 1d), (end.State, end.Listed, end.Sent, end.LeftOut, end.Share));
        Assert.Equal("done", stage.Bench.Sent.Of<BackfillReported>()[^1].State);
        Assert.All(stage.Bench.Sent.Of<OrderPlaced>(), placed => Assert.Equal(FoundBy.Backfill, placed.FoundBy));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_stop_anywhere_lists_no_page_twice_but_the_one_under_way_and_sends_nothing_twice(string database)
    {
        await using var stage = await StageAsync(database, orders: 60);
        await stage.StartAsync(null);
        await stage.StepAsync();
        await stage.ReadAsync();

        // The page is listed, and the process dies before it is committed.
        stage.DieAtCommit = true;
        await Assert.ThrowsAsync<OperationCanceledException>(stage.StepAsync);
        stage.DieAtCommit = false;
        // It dies again with marked records that nobody has read.
        await stage.StepAsync();
        while (await stage.StepAsync() is { EndedAt: null }) await stage.ReadAsync();

        Assert.Equal(Ids(60), stage.Placed);
        Assert.Equal([0, 10, 10, 20, 30, 40, 50], stage.Shop.History.Asked);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_change_goes_before_a_backfills_records(string database)
    {
        await using var stage = await StageAsync(database, orders: 10);
        await stage.StartAsync(null);
        await stage.StepAsync();
        stage.Bench.Clock.Pass(TimeSpan.FromSeconds(5));
        await stage.HintAsync("new", "3");

        var due = await stage.DueAsync(most: 8, mostBackfilled: 4);
        Assert.Equal(["3", "new"], due.Take(2).Select(row => row.Id).Order());
        Assert.All(due.Take(2), row => Assert.Equal(FoundBy.Hint, row.FoundBy));
        Assert.Equal(4, due.Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Orders_older_than_the_pair_are_sent_only_where_a_backfill_says_so(string database)
    {
        await using var stage = await StageAsync(database, orders: 3);
        stage.Shop.Shown["1"] = Orders.One() with { PlacedAt = LongAgo.AddDays(-1) };
        stage.Shop.Shown["2"] = Orders.One("2") with { PlacedAt = LongAgo.AddDays(1) };
        await stage.HintAsync("1", "2");
        await stage.ReadAsync();
        await stage.RunAsync(null);
        Assert.Equal(["3"], stage.Placed);

        await stage.RunAsync(LongAgo);
        Assert.Equal(["2", "3"], stage.Placed);
        // What it brought is an order like any other from now on.
        stage.Shop.Shown["2"] = stage.Shop.Shown["2"] with { Notes = "changed" };
        await stage.HintAsync("1", "2");
        await stage.ReadAsync();
        Assert.Equal("2", Assert.Single(stage.Bench.Sent.Of<OrderChanged>()).Key.OrderId);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_next_page_waits_for_the_writing_half(string database)
    {
        await using var stage = await StageAsync(database, orders: 60, writes: false);
        var run = await stage.StartAsync(null);
        for (var step = 0; step < 8; step++)
        {
            await stage.StepAsync();
            await stage.ReadAsync();
        }

        Assert.Equal([0, 10], stage.Shop.History.Asked);
        Assert.Equal("Waits for the other side to take what was sent.", (await stage.FindAsync(run)).Reason);
        await stage.PassAsync();
        await stage.StepAsync();
        Assert.Equal([0, 10, 20, 30], stage.Shop.History.Asked.Append(30));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_dry_run_counts_and_shows_problems_and_marks_nothing(string database)
    {
        await using var stage = await StageAsync(database, orders: 12);
        await stage.HintAsync("1");
        await stage.ReadAsync();
        stage.Bench.Sent.Clear();
        stage.Shop.Shown["2"] = Orders.One("2") with { Total = 99m };
        stage.Shop.Shown["3"] = Orders.One("3") with { PaymentStatus = PaymentStatus.Declined };
        var run = await stage.StartAsync(null, dry: true);
        while (await stage.StepAsync() is { EndedAt: null })
        {
        }

        var end = await stage.FindAsync(run);
        Assert.Equal((12, 9, 2, 1), (end.Listed, end.Sent, end.LeftOut, end.Problems));
        Assert.Equal("1002", Assert.Single(end.Found).Number);
        Assert.Equal(0, await stage.WaitingAsync());
        Assert.Empty(stage.Bench.Sent.Of<OrderPlaced>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_list_that_is_refused_ends_the_run_and_one_that_is_away_is_asked_again(string database)
    {
        await using var stage = await StageAsync(database, orders: 5);
        stage.Shop.History.Failures.Enqueue(new WriteOutcome.Unavailable("down"));
        var run = await stage.StartAsync(null);
        Assert.Null((await stage.StepAsync()).EndedAt);
        Assert.IsType<WriteOutcome.Unavailable>(stage.Failure);

        stage.Shop.History.Failures.Enqueue(new WriteOutcome.Rejected([new Reason("", "No list here.")]));
        await stage.StepAsync();
        var end = await stage.FindAsync(run);
        Assert.Equal((BackfillStates.Failed, "No list here."), (end.State, end.Reason));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Two_starts_at_once_are_one_run_and_a_cancelled_one_stops(string database)
    {
        await using var stage = await StageAsync(database, orders: 30);
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.StartAsync(null)));
        Assert.Single(runs.Distinct());

        await stage.StepAsync();
        await stage.CancelAsync();
        Assert.Equal(BackfillStates.Cancelled, (await stage.FindAsync(runs[0])).State);
        Assert.NotEqual(runs[0], await stage.StartAsync(null));
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(number => $"{number}").Order(StringComparer.Ordinal);

    private async Task<BackfillStage> StageAsync(string database, int orders, bool writes = true)
    {
        var stage = new BackfillStage(await OpenAsync(database), writes);
        for (var number = 1; number <= orders; number++)
        {
            stage.Shop.Shown[$"{number}"] = Orders.One($"{number}");
            stage.Shop.History.Ids.Add($"{number}");
        }

        stage.Shop.Shown["new"] = Orders.One("new");
        return stage;
    }
}
