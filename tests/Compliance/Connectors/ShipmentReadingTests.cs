using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Lanes.Shipments;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Shipments;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class ShipmentReadingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_shipment_of_two_orders_is_told_to_both_sagas(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1");
        await lane.LinkAsync("2");
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1", "SO2");

        await lane.LookAtShipmentAsync("S1");
        await lane.LookAtShipmentAsync("S1");

        Assert.Equal(["1", "2"], lane.Sent.Of<ShipmentPosted>().Select(posted => posted.Key.OrderId).Order());
        Assert.All(lane.Sent.All.Where(sent => sent.Message is ShipmentPosted), sent => Assert.Equal(Queues.OrderToCash("shop-erp"), sent.Queue));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_shipment_that_comes_before_its_order_is_linked_waits(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001");
        await lane.LookAtShipmentAsync("S1");
        await lane.ReadAsync();
        Assert.Empty(lane.Sent.All);

        await lane.LinkAsync("1");
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(1));
        await lane.ReadAsync();

        Assert.Equal("1", Assert.Single(lane.Sent.Of<ShipmentPosted>()).Key.OrderId);
        Assert.Equal("1", Assert.Single(lane.Sent.Of<OrderChangedInErp>()).Key.OrderId);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Orders_and_shipments_of_others_are_read_once_and_left_alone(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.Posted["S1"] = Shipment("S1", "SO9");
        lane.Erp.Progress["SO9"] = Progress("SO9", "PHONE-7");
        await lane.LookAtShipmentAsync("S1");
        await lane.ReadAsync();
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(1));
        await lane.ReadAsync();

        Assert.Empty(lane.Sent.All);
        Assert.Equal(0, await lane.Bench.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM look WHERE dirty > 0", null, ct), Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Each_status_and_each_invoice_is_told_once(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001");
        await lane.LookAtOrderAsync("SO1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Invoices = ["INV1"] };
        await lane.LookAtOrderAsync("SO1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Invoices = ["INV1", "INV2"], ErpStatus = "Completed", Status = ErpOrderStatus.Completed };
        await lane.LookAtOrderAsync("SO1");

        Assert.Equal(["Open", "Completed"], lane.Sent.Of<OrderChangedInErp>().Select(changed => changed.ErpStatus));
        Assert.Equal(["INV1", "INV2"], lane.Sent.Of<InvoicePosted>().Select(posted => posted.Number));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_people_in_the_erp_change_is_told_once_and_our_own_write_never(string database)
    {
        await using var lane = await LaneAsync(database);
        var ours = Content(At, ("1", "MUG-01", 2m, 10m), ("2", "PEN-10", 1m, 4.9m));
        await lane.LinkAsync("1", ours);
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Content = ours };
        await lane.LookAtOrderAsync("SO1");
        Assert.Empty(Assert.Single(lane.Sent.Of<OrderChangedInErp>()).Changes);

        var edited = Content(At.AddMinutes(1), ("1", "MUG-02", 3m, 15m), ("3", "HUB-7P", 1m, 1m));
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { ChangedAt = edited.ChangedAt, Content = edited };
        await lane.LookAtOrderAsync("SO1");
        await lane.LookAtOrderAsync("SO1");

        var changed = lane.Sent.Of<OrderChangedInErp>()[1];
        Assert.Equal(2, lane.Sent.Of<OrderChangedInErp>().Count);
        Assert.Equal(["replaced by MUG-02.", "quantity 2 is now 3.", "1 taken off.", "1 added."], changed.Changes.Select(change => change.InWords()));
        Assert.Equal(new OrderTotalChange(14.9m, 16m, "EUR"), changed.Total);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_was_read_before_or_during_our_own_write_is_no_edit(string database)
    {
        await using var lane = await LaneAsync(database);
        var newer = Content(At.AddMinutes(5), ("1", "MUG-01", 5m, 25m));
        await lane.LinkAsync("1", newer);
        // Read before our write, committed after it.
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Content = Content(At, ("1", "MUG-01", 2m, 10m)) };
        await lane.LookAtOrderAsync("SO1");
        Assert.Empty(Assert.Single(lane.Sent.Of<OrderChangedInErp>()).Changes);

        // Our next write is under way: the ERP has it already, we have no answer yet.
        await lane.ClaimAmendmentAsync("XC1-1001");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Content = Content(At.AddMinutes(9), ("1", "MUG-01", 7m, 35m)) };
        await lane.LookAtOrderAsync("SO1");

        Assert.Single(lane.Sent.Of<OrderChangedInErp>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Without_an_agreed_state_the_first_reading_becomes_it(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1", null);
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Content = Content(At, ("1", "MUG-01", 2m, 10m)) };
        await lane.LookAtOrderAsync("SO1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Content = Content(At.AddMinutes(1), ("1", "MUG-01", 1m, 5m)) };
        await lane.LookAtOrderAsync("SO1");

        Assert.Equal([0, 1], lane.Sent.Of<OrderChangedInErp>().Select(changed => changed.Changes.Count));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_shipment_opened_again_or_deleted_is_taken_back_and_confirmed_again_is_told_again(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1");
        await lane.LinkAsync("2");
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1", "SO2");
        await lane.LookAtShipmentAsync("S1");
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1", "SO2") with { IsConfirmed = false };
        await lane.LookAtShipmentAsync("S1");
        Assert.Equal(["1", "2"], lane.Sent.Of<ShipmentWithdrawn>().Select(withdrawn => withdrawn.Key.OrderId).Order());

        // Confirmed again without the second order's goods, which is no news for that one.
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1");
        await lane.LookAtShipmentAsync("S1");
        Assert.Equal([1, 1, 3], lane.Sent.Of<ShipmentPosted>().Select(posted => posted.Sequence));
        Assert.Equal(2, lane.Sent.Of<ShipmentWithdrawn>().Count);

        lane.Erp.Posted.Remove("S1");
        await lane.LookAtShipmentAsync("S1");
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(11));
        await lane.ReadAsync();
        Assert.Equal(("1", "S1"), (lane.Sent.Of<ShipmentWithdrawn>()[^1].Key.OrderId, lane.Sent.Of<ShipmentWithdrawn>()[^1].Number));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_shipment_that_its_order_does_not_list_any_more_is_looked_at_without_any_hint_of_its_own(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1");
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1");
        await lane.LookAtShipmentAsync("S1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Shipments = ["S1"] };
        await lane.LookAtOrderAsync("SO1");
        lane.Erp.Posted.Remove("S1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Shipments = [] };
        await lane.LookAtOrderAsync("SO1");
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(11));
        await lane.ReadAsync();

        Assert.Equal("S1", Assert.Single(lane.Sent.Of<ShipmentWithdrawn>()).Number);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_shipment_that_its_order_lists_is_looked_at_without_any_hint_of_its_own_and_once(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync("1");
        lane.Erp.Posted["S1"] = Shipment("S1", "SO1");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Shipments = ["S1"], ErpStatus = "Shipping" };
        await lane.LookAtOrderAsync("SO1");
        await lane.ReadAsync();
        Assert.Equal("S1", Assert.Single(lane.Sent.Of<ShipmentPosted>()).Shipment.Number);

        lane.Erp.Posted["S2"] = Shipment("S2", "SO1");
        await lane.LookAtShipmentAsync("S2");
        lane.Erp.Progress["SO1"] = Progress("SO1", "XC1-1001") with { Shipments = ["S1", "S2"], ErpStatus = "Completed" };
        await lane.LookAtOrderAsync("SO1");

        // It was heard of before.
        Assert.Equal(1, await lane.Bench.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT sequence FROM look WHERE entity = 'shipment' AND id = 'S2'", null, ct), Token));
        Assert.Equal(2, lane.Sent.Of<ShipmentPosted>().Count);
    }

    private static ErpOrderContent Content(DateTimeOffset at, params (string Id, string Sku, decimal Quantity, decimal Amount)[] lines) => new()
    {
        ChangedAt = at, Currency = "EUR", Total = lines.Sum(line => line.Amount), Lines = [.. lines.Select(line => new ErpOrderLine(line.Id, line.Sku, line.Quantity, line.Amount))],
    };

    private static ErpOrderProgress Progress(string id, string reference) => new()
    {
        Id = id, Number = id, Reference = reference, Status = ErpOrderStatus.Open, ErpStatus = "Open", ChangedAt = At,
    };

    private static ErpShipment Shipment(string number, params string[] orders) => new()
    {
        Id = number,
        ChangedAt = At,
        ByOrder = orders.ToDictionary(order => order, order => new Shipment
        {
            Number = number, ShippedOn = new DateOnly(2026, 3, 1), TrackingNumbers = [$"T-{order}"], Lines = [new ShipmentLine("1", "MUG-01", 1)],
        }),
    };

    private async Task<ReadingLane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class ReadingLane : IAsyncDisposable
    {
        private readonly LookReader<ErpOrderProgress> _orders;
        private readonly LookReader<ErpShipment> _shipments;
        private readonly Connected _connected;

        public ReadingLane(ConnectorBench bench)
        {
            Bench = bench;
            _connected = Folder.Connect(Erp);
            _orders = bench.Reader(new ErpOrderSource(_connected, Erp, bench.Book, bench.Links, bench.Counted(Folder), bench.Sent, bench.Timeline, NullLogger.Instance));
            _shipments = bench.Reader(new ShipmentSource(_connected, Erp, bench.Book, bench.Sent, bench.Timeline, NullLogger.Instance));
        }

        public ConnectorBench Bench { get; }
        public FakeErp Erp { get; } = new();
        public PairFolder Folder { get; } = new();
        public SentMessages Sent => Bench.Sent;

        public Task LinkAsync(string id, ErpOrderContent? agreed = null) => Bench.Database.TransactAsync((unit, ct) => Bench.Links.StoreAsync(unit, new Link
        {
            Scope = "shop-erp", Entity = Entities.Order, StorefrontId = id, StorefrontNumber = $"100{id}", Connection = "erp",
            ErpId = $"SO{id}", ErpNumber = $"SO{id}", Reference = $"XC1-100{id}", Base = new OrderBase(14.9m, "EUR", 2, agreed).ToString(),
        }, ct), Token);

        public Task ClaimAmendmentAsync(string reference) => Bench.Database.TransactAsync(async (unit, ct) =>
            await Bench.Store.ClaimAsync(unit, await Bench.Store.LockAsync(unit, OrderEffects.Amend(_connected, reference), "shop-erp/1", ct), ct), Token);

        public Task LookAtShipmentAsync(string id) => LookAsync(Entities.Shipment, id);

        public Task LookAtOrderAsync(string id) => LookAsync(Entities.Order, id);

        public async Task ReadAsync()
        {
            Assert.Null((await _orders.RunAsync(2, Token)).Stop);
            Assert.Null((await _shipments.RunAsync(2, Token)).Stop);
        }

        public async ValueTask DisposeAsync()
        {
            Folder.Dispose();
            await Bench.DisposeAsync();
        }

        private async Task LookAsync(string entity, string id)
        {
            await Bench.Database.TransactAsync(
                (unit, ct) => Bench.Book.MarkAsync(unit, new LookKey(LookKey.OfConnection("erp"), entity, id), FoundBy.Sweep, ct), Token);
            await ReadAsync();
        }
    }
}
