using Integration.Connectors.Connections;
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
            _orders = bench.Reader(new ErpOrderSource(_connected, Erp, bench.Counted(Folder), bench.Sent, bench.Timeline, NullLogger.Instance));
            _shipments = bench.Reader(new ShipmentSource(_connected, Erp, bench.Book, bench.Sent, bench.Timeline, NullLogger.Instance));
        }

        public ConnectorBench Bench { get; }
        public FakeErp Erp { get; } = new();
        public PairFolder Folder { get; } = new();
        public SentMessages Sent => Bench.Sent;

        public Task LinkAsync(string id) => Bench.Database.TransactAsync((unit, ct) => Bench.Links.StoreAsync(unit, new Link
        {
            Scope = "shop-erp", Entity = Entities.Order, StorefrontId = id, StorefrontNumber = $"100{id}", Connection = "erp",
            ErpId = $"SO{id}", ErpNumber = $"SO{id}", Reference = $"XC1-100{id}",
        }, ct), Token);

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
