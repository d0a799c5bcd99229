using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Status;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>What the shop is told of cancellations and edits in the ERP.</summary>
public sealed class StatusWritingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Fact]
    public async Task A_cancelled_order_is_shown_by_the_pairs_payment_code_and_only_once()
    {
        await using var lane = await LaneAsync();
        lane.Map("payment-status-codes", "cancelled", "C");
        await lane.CancelAsync(1);
        await lane.CancelAsync(1);

        Assert.Equal("C", lane.Shop.PaymentStatusOf["1"]);
        Assert.Equal(0, lane.Shop.StatusWrites);
        Assert.Equal("cancelled", lane.Told[0].Detail);
    }

    [Fact]
    public async Task Without_a_payment_code_the_fulfilment_code_shows_it()
    {
        await using var lane = await LaneAsync();
        lane.Map("fulfilment-status", "cancelled", "WND");
        await lane.CancelAsync(1);

        Assert.Equal("WND", lane.Shop.StatusOf["1"]);
    }

    [Theory, InlineData(true, 0), InlineData(false, 1)]
    public async Task A_shop_that_adds_a_line_once_is_not_looked_at_before(bool addsOnce, int looks)
    {
        await using var lane = await LaneAsync();
        lane.Shop.AddsOnce = addsOnce;
        lane.Folder.Write(change: json => json["erpEdits"] = "staffNote");
        await lane.NoteAsync("Changed in the ERP.");

        Assert.Single(lane.Shop.NotesWritten);
        Assert.Equal(looks, lane.Shop.NoteLooks);
    }

    [Fact]
    public async Task Without_any_code_nothing_is_written_and_the_saga_is_told_so()
    {
        await using var lane = await LaneAsync();
        await lane.CancelAsync(1);

        Assert.Empty(lane.Shop.PaymentStatusOf);
        Assert.Equal((StorefrontOperations.Cancelled, StorefrontDetails.Unmapped), (lane.Told[0].Operation, lane.Told[0].Detail));
    }

    [Fact]
    public async Task A_note_goes_to_the_shop_only_where_the_pair_wants_it_cut_to_what_the_shop_takes()
    {
        await using var lane = await LaneAsync();
        var text = "Changed in the ERP. " + new string('x', 100);
        await lane.NoteAsync(text);
        Assert.Empty(lane.Shop.NotesWritten);

        lane.Folder.Write(change: json => json["erpEdits"] = "staffNote");
        await lane.NoteAsync(text);
        await lane.NoteAsync(text);

        var note = Assert.Single(lane.Shop.NotesWritten);
        Assert.Equal(60, note.Length);
        Assert.EndsWith(" …", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_only_observes_writes_neither()
    {
        await using var lane = await LaneAsync();
        lane.Folder.Write("observe", json =>
        {
            json["erpEdits"] = "staffNote";
            json["lookups"]!["payment-status-codes"] = new System.Text.Json.Nodes.JsonObject { ["cancelled"] = "C" };
        });
        await lane.CancelAsync(1);
        await lane.NoteAsync("Changed in the ERP.");

        Assert.Empty(lane.Shop.PaymentStatusOf);
        Assert.Empty(lane.Shop.NotesWritten);
        Assert.All(lane.Told, told => Assert.Equal(StorefrontDetails.Observed, told.Detail));
    }

    private async Task<ShopLane> LaneAsync() => new(await OpenAsync(Sqlite));

    private sealed class ShopLane : IAsyncDisposable
    {
        private readonly ConnectorBench _bench;
        private readonly CancelledInShop _cancelled;
        private readonly ShopNotes _notes;
        private readonly Connected _connected;

        public ShopLane(ConnectorBench bench)
        {
            _bench = bench;
            _connected = Folder.Connect(Shop);
            var writing = new StorefrontWriting(bench.Effects, bench.Messages, bench.OrderStock(Folder), bench.Inbox, bench.Sent, bench.Timeline, bench.Metrics);
            (_cancelled, _notes) = (new CancelledInShop(writing), new ShopNotes(writing));
        }

        public FakeShop Shop { get; } = new();
        public PairFolder Folder { get; } = new();
        public IReadOnlyList<StorefrontOrderUpdated> Told => _bench.Sent.Of<StorefrontOrderUpdated>();

        public void Map(string lookup, string row, string code) => Folder.Write(change: json =>
        {
            if (json["lookups"]![lookup] is null) json["lookups"]![lookup] = new System.Text.Json.Nodes.JsonObject();
            json["lookups"]![lookup]![row] = code;
        });

        public Task CancelAsync(int revision) => RunAsync((receipt, log) =>
            _cancelled.RunAsync(_connected, Shop, new ShowOrderCancelled(Orders.One().Key, "1001", revision), receipt, log, Token));

        public Task NoteAsync(string text) => RunAsync((receipt, log) => _notes.RunAsync(_connected, Shop, new AddOrderNote(Orders.One().Key, "1001", text), receipt, log, Token));

        public async ValueTask DisposeAsync()
        {
            Folder.Dispose();
            await _bench.DisposeAsync();
        }

        private static async Task RunAsync(Func<Receipt, CallLog, Task<EffectRun.Postponed?>> work)
        {
            using var log = CallLog.Begin();
            Assert.Null(await work(ConnectorBench.Delivery(), log));
        }
    }
}
