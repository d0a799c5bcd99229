using System.Text;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Privacy;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class OrderReadingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Every_hint_five_times_in_parallel_and_shuffled_places_each_order_once(string database)
    {
        await using var lane = await LaneAsync(database);
        var ids = Enumerable.Range(1, 20).Select(id => $"{id}").ToList();
        foreach (var id in ids) lane.Shop.Shown[id] = Orders.One(id);
        var hints = ids.SelectMany(id => Enumerable.Repeat(id, 5)).Shuffle().ToList();

        await Task.WhenAll(hints.Chunk(10).Select(async part =>
        {
            foreach (var id in part) await lane.HintAsync(id);
        }).Append(lane.ReadAsync()).Append(lane.ReadAsync()));
        await lane.ReadAsync();
        foreach (var id in hints) await lane.HintAsync(id);
        await lane.ReadAsync();

        Assert.Equal(ids.Order(), lane.Sent.Of<OrderPlaced>().Select(placed => placed.Key.OrderId).Order());
        Assert.Empty(lane.Sent.Of<OrderChanged>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_hint_before_the_shop_commits_is_read_again_until_the_order_is_there(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.HintAsync("1");
        for (var second = 0; second < 300; second += 20)
        {
            await lane.ReadAsync();
            lane.Clock.Pass(TimeSpan.FromSeconds(20));
        }

        Assert.Empty(lane.Sent.All);
        lane.Shop.Shown["1"] = Orders.One();
        lane.Clock.Pass(TimeSpan.FromMinutes(5));
        await lane.ReadAsync();

        Assert.Equal("hint", Assert.Single(lane.Sent.Of<OrderPlaced>()).FoundBy);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_hint_for_nothing_is_forgotten_after_ten_minutes_without_a_word(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.HintAsync("none");
        await lane.ReadAsync();
        lane.Clock.Pass(TimeSpan.FromMinutes(11));
        await lane.ReadAsync();
        var reads = lane.Shop.Reads;
        lane.Clock.Pass(TimeSpan.FromMinutes(60));
        await lane.ReadAsync();

        Assert.Equal(2, reads);
        Assert.Equal(reads, lane.Shop.Reads);
        Assert.Empty(lane.Sent.All);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_change_while_the_order_is_read_is_read_again(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One();
        await lane.HintAsync("1");
        lane.Shop.WhileReading = async id =>
        {
            lane.Shop.WhileReading = null;
            lane.Shop.Shown[id] = Orders.One() with { Notes = "changed" };
            await lane.HintAsync(id);
        };

        await lane.ReadAsync();
        await lane.ReadAsync();

        Assert.Equal("changed", Assert.Single(lane.Sent.Of<OrderChanged>()).Order.Notes);
        Assert.True(lane.Sent.Of<OrderChanged>()[0].Sequence > lane.Sent.Of<OrderPlaced>()[0].Sequence);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_failed_read_keeps_the_order_dirty_and_names_the_pause(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One();
        lane.Shop.Instead.Enqueue(new ReadOutcome<Order>.Failed(new WriteOutcome.Throttled(TimeSpan.FromSeconds(7))));
        await lane.HintAsync("1");

        Assert.IsType<WriteOutcome.Throttled>(await lane.ReadAsync());
        Assert.Null(await lane.ReadAsync());

        Assert.Single(lane.Sent.Of<OrderPlaced>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_unpaid_order_waits_and_is_taken_when_it_is_paid(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One() with { PaymentStatus = PaymentStatus.Unpaid };
        await lane.LookAsync("1");
        Assert.Equal(RecordStates.Waiting, lane.Sent.Of<ActivityRecorded>()[^1].State);
        Assert.Empty(lane.Sent.Of<OrderPlaced>());

        lane.Shop.Shown["1"] = Orders.One();
        await lane.LookAsync("1");

        Assert.Equal(Queues.OrderToCash("shop-erp"), lane.Sent.All.Single(sent => sent.Message is OrderPlaced).Queue);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Our_own_status_write_is_no_change_of_the_order(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One();
        await lane.LookAsync("1");
        lane.Shop.Shown["1"] = Orders.One() with { FulfilmentStatus = FulfilmentStatus.Shipped, FulfilmentStatusCode = "S", ChangedAt = lane.Clock.GetUtcNow() };
        await lane.LookAsync("1");

        Assert.Empty(lane.Sent.Of<OrderChanged>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancelled_order_is_told_to_the_saga_only_if_it_was_taken(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One("1");
        await lane.LookAsync("1");
        lane.Shop.Shown["1"] = Orders.One("1") with { PaymentStatus = PaymentStatus.Cancelled };
        lane.Shop.Shown["2"] = Orders.One("2") with { PaymentStatus = PaymentStatus.Declined };
        await lane.LookAsync("1");
        await lane.LookAsync("2");

        Assert.Equal("1", Assert.Single(lane.Sent.Of<OrderCancelledInStore>()).Key.OrderId);
        Assert.Contains(lane.Sent.Of<ActivityRecorded>(), activity => activity.RecordId == "2" && activity.State == RecordStates.Cancelled);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_deleted_order_counts_as_cancelled_after_ten_minutes(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One();
        await lane.LookAsync("1");
        lane.Shop.Shown.Clear();
        await lane.LookAsync("1");
        Assert.Empty(lane.Sent.Of<OrderCancelledInStore>());

        lane.Clock.Pass(TimeSpan.FromMinutes(11));
        await lane.ReadAsync();

        var cancelled = Assert.Single(lane.Sent.Of<OrderCancelledInStore>());
        Assert.Equal(("1001", "Deleted in the shop."), (cancelled.Number, cancelled.Reason));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_order_that_does_not_add_up_goes_to_the_list_and_leaves_it_when_corrected(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One() with { Total = 20m };
        await lane.LookAsync("1");
        var raised = Assert.Single(lane.Sent.Of<AttentionRaised>());
        Assert.Equal((AttentionClasses.InvalidOrder, Queues.OrdersRead("shop-erp")), (raised.Class, raised.Retry!.Queue));

        lane.Shop.Shown["1"] = Orders.One() with { Total = 14.91m };
        await lane.LookAsync("1");

        Assert.Equal(0.01m, Assert.Single(lane.Sent.Of<OrderPlaced>()).Order.Rounding);
        Assert.Equal(AttentionClasses.InvalidOrder, Assert.Single(lane.Sent.Of<AttentionCleared>()).Class);
    }

    [Theory, InlineData(Sqlite)]
    public async Task Ten_thousand_old_orders_stay_put(string database)
    {
        await using var lane = await LaneAsync(database);
        var old = lane.Folder.Pair.From - TimeSpan.FromSeconds(1);
        for (var id = 0; id < 10_000; id++) lane.Shop.Shown[$"{id}"] = Orders.One($"{id}") with { PlacedAt = old };
        await lane.Database.TransactAsync(async (unit, ct) =>
        {
            for (var id = 0; id < 10_000; id++) await lane.Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, $"{id}"), FoundBy.Sweep, ct);
        }, Token);

        while (lane.Shop.Reads < 10_000) await lane.ReadAsync(64);

        Assert.Empty(lane.Sent.All);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Notes_with_a_card_number_are_masked_before_anything_is_stored_and_snapshots_can_be_exported_and_erased(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One() with { Notes = "Take 4111 1111 1111 1111 please" };
        await lane.LookAsync("1");
        Assert.Equal("Take [card number removed] please", Assert.Single(lane.Sent.Of<OrderPlaced>()).Order.Notes);
        var stored = await lane.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<byte[]>("SELECT snapshot FROM look", null, ct), Token);
        Assert.DoesNotContain("MUG-01", Encoding.UTF8.GetString(stored!), StringComparison.Ordinal);

        var records = new PersonalRecords(lane.Database, lane.Sealer, lane.Emails, lane.Clock);
        Assert.Contains("MUG-01", Assert.Single(await records.ExportAsync(" ZOË@example.ORG ", Token)).Json, StringComparison.Ordinal);
        Assert.Empty(await records.ExportAsync("other@example.org", Token));
        Assert.Equal(1, await records.EraseAsync("zoë@example.org", Token));
        Assert.Empty(await records.ExportAsync("zoë@example.org", Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_snapshot_past_its_days_is_dropped(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Shop.Shown["1"] = Orders.One();
        await lane.LookAsync("1");
        var records = new PersonalRecords(lane.Database, lane.Sealer, lane.Emails, lane.Clock);
        Assert.Equal(0, await records.ExpireAsync(Token));

        lane.Clock.Pass(TimeSpan.FromDays(31));

        Assert.Equal(1, await records.ExpireAsync(Token));
        Assert.Empty(await records.ExportAsync("zoë@example.org", Token));
    }

    private async Task<ReadingLane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class ReadingLane : IAsyncDisposable
    {
        private readonly ConnectorBench _bench;
        private readonly LookReader<Order> _reader;

        public ReadingLane(ConnectorBench bench)
        {
            _bench = bench;
            _reader = bench.Reader(new OrderSource(Folder.Connect(Shop), "shop-erp", Shop, bench.ReturnsInShop, bench.Sent, bench.Timeline, bench.Metrics));
        }

        public FakeShop Shop { get; } = new();
        public PairFolder Folder { get; } = new();
        public SentMessages Sent => _bench.Sent;
        public SetClock Clock => _bench.Clock;
        public LookBook Book => _bench.Book;
        public EmailHash Emails => _bench.Emails;
        public FlippingSealer Sealer => _bench.Sealer;
        public Platform.Database.IDatabase Database => _bench.Database;

        public Task HintAsync(string id) => Database.TransactAsync(
            (unit, ct) => Book.MarkAsync(unit, new LookKey("shop-erp", Entities.Order, id), FoundBy.Hint, ct), Token);

        public async Task<WriteOutcome?> ReadAsync(int concurrency = 4) => (await _reader.RunAsync(concurrency, Token)).Stop;

        public async Task LookAsync(string id)
        {
            await HintAsync(id);
            await ReadAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Folder.Dispose();
            await _bench.DisposeAsync();
        }
    }
}
