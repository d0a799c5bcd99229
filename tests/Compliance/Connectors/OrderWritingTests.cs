using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed partial class OrderWritingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_submission_makes_customer_order_and_link_once_however_often_it_comes(string database)
    {
        await using var lane = await LaneAsync(database);
        var receipt = ConnectorBench.Delivery();

        Assert.Null(await lane.SubmitAsync("1", receipt: receipt));
        Assert.Null(await lane.SubmitAsync("1", receipt: receipt));
        Assert.Null(await lane.SubmitAsync("1"));

        Assert.Equal("XC1-1001", Assert.Single(lane.Erp.Created).Reference);
        Assert.Single(lane.Erp.Customers);
        Assert.Equal([false, true], lane.Sent.Of<SalesOrderAccepted>().Select(accepted => accepted.AlreadyThere));
        var link = await lane.Bench.Database.ReadAsync((unit, ct) => LinkStore.OfErpAsync(unit, "erp", Entities.Order, FakeErp.IdOf("XC1-1001"), ct), Token);
        Assert.Equal(("shop-erp", "1", "1001"), (link!.Scope, link.StorefrontId, link.StorefrontNumber));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_erps_customer_id_reaches_the_document_and_a_known_customer_is_not_looked_for(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.SubmitAsync("1");
        lane.Erp.Customers.Clear();
        await lane.SubmitAsync("2");

        Assert.All(lane.Erp.Created, order => Assert.StartsWith("C-", order.Document["customer"]!["erpId"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Empty(lane.Erp.Customers);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Ten_orders_of_a_new_customer_at_once_make_one_customer(string database)
    {
        await using var lane = await LaneAsync(database);
        var orders = Enumerable.Range(1, 10).ToList();
        while (orders.Count > 0)
        {
            var results = await Task.WhenAll(orders.Select(async id => (id, postponed: await lane.SubmitAsync($"{id}"))));
            orders = [.. results.Where(result => result.postponed is not null).Select(result => result.id)];
        }

        Assert.Single(lane.Erp.Customers);
        Assert.Equal(10, lane.Erp.Created.Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_document_with_another_total_is_not_sent(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.TotalOff = 0.01m;

        Assert.Null(await lane.SubmitAsync("1"));

        Assert.Empty(lane.Erp.Created);
        Assert.Empty(lane.Erp.Customers);
        Assert.Equal(AttentionClasses.MappingFailed, Assert.Single(lane.Sent.Of<SalesOrderRejected>()).Class);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Mapping_problems_are_told_with_their_class_and_leave_nothing_in_the_erp(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Mapping.Refusal = new MappedDocument(null, AttentionClasses.UnmappedCode, [new Reason("ShipVia", "'Drone' is not mapped.")]);

        await lane.SubmitAsync("1");

        Assert.Equal(AttentionClasses.UnmappedCode, Assert.Single(lane.Sent.Of<SalesOrderRejected>()).Class);
        Assert.Empty(lane.Erp.Customers);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_mapping_that_fails_every_order_pauses_the_lane_and_keeps_what_comes_after(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Mapping.Refusal = new MappedDocument(
            null, AttentionClasses.MappingFailed, [new Reason("Details[0].InventoryID", "Nothing to write.") { Cause = new ReasonCause { Document = "orders.toErp", Version = 4, Rule = "Details.InventoryID" } }], 4);

        for (var id = 1; id <= 25; id++) await lane.SubmitAsync($"{id}");

        Assert.Equal(20, lane.Sent.Of<SalesOrderRejected>().Count);
        Assert.Equal(["21", "22", "23", "24", "25"], lane.Sent.Of<SubmitSalesOrder>().Select(submit => submit.Key.OrderId));
        Assert.Contains("'Details.InventoryID' of orders.toErp, version 4", Assert.Single(lane.Sent.Of<AttentionRaised>()).Reasons[0].Message, StringComparison.Ordinal);

        // One that goes through meanwhile is written; the others wait on.
        lane.Mapping.Refusal = null;
        await lane.SubmitAsync("26");
        Assert.Single(lane.Erp.Created);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_observing_pair_writes_nothing_and_sends_everything_when_it_goes_live(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Folder.Write("observe");
        await lane.SubmitAsync("1");

        Assert.Empty(lane.Erp.Created);
        Assert.Empty(lane.Erp.Customers);
        Assert.Equal(RecordStates.Observed, Assert.Single(lane.Sent.Of<ActivityRecorded>()).State);
        Assert.Equal("PUT", Assert.Single((await lane.Observed.PlanAsync("shop-erp", "1", Token))!).Method);
        Assert.Equal(0, await lane.Observed.ReleaseAsync(lane.Folder.Pair, Token));

        lane.Folder.Write("live");

        Assert.Equal(1, await lane.Observed.ReleaseAsync(lane.Folder.Pair, Token));
        Assert.Equal("1001", Assert.Single(lane.Sent.Of<SubmitSalesOrder>()).Order.Number);
        Assert.Equal(0, await lane.Observed.ReleaseAsync(lane.Folder.Pair, Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_throttled_submission_is_handed_back_with_the_reason_to_pause(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.NextCreates.Enqueue(() => new WriteOutcome.Throttled(TimeSpan.FromSeconds(5)));

        Assert.IsType<WriteOutcome.Throttled>((await lane.SubmitAsync("1"))!.Outcome);
        Assert.DoesNotContain(lane.Sent.All, sent => sent.Message is SalesOrderRejected);
        Assert.Null(await lane.SubmitAsync("1"));
        Assert.Single(lane.Erp.Created);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancelled_order_that_was_never_submitted_is_not_written_by_a_late_submission(string database)
    {
        await using var lane = await LaneAsync(database);

        Assert.Null(await lane.CancelAsync("1"));
        Assert.Null(await lane.SubmitAsync("1"));

        Assert.False(Assert.Single(lane.Sent.Of<SalesOrderCancelled>()).WasInErp);
        Assert.Empty(lane.Erp.Created);
        Assert.Null(await lane.SubmitAsync("1", attempt: 2));
        Assert.Single(lane.Erp.Created);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancellation_finds_the_order_that_was_written_meanwhile(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.SubmitAsync("1");

        Assert.Null(await lane.CancelAsync("1"));

        Assert.Equal(FakeErp.IdOf("XC1-1001"), Assert.Single(lane.Erp.Cancelled));
        Assert.True(Assert.Single(lane.Sent.Of<SalesOrderCancelled>()).WasInErp);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancellation_during_an_unknown_submission_waits_for_a_late_commit(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.NextCreates.Enqueue(() => new WriteOutcome.Unknown("timed out"));
        await lane.SubmitAsync("1");

        var waiting = await lane.CancelAsync("1");
        Assert.True(waiting!.Until > lane.Bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        Assert.Empty(lane.Sent.Of<SalesOrderCancelled>());

        lane.Erp.Commit("XC1-1001", []);
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(36));
        Assert.Null(await lane.CancelAsync("1"));

        Assert.Single(lane.Erp.Cancelled);
        Assert.True(Assert.Single(lane.Sent.Of<SalesOrderCancelled>()).WasInErp);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_refused_cancellation_is_told(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.SubmitAsync("1");
        lane.Erp.CancelAnswer = new WriteOutcome.Rejected([new Reason("Status", "The order is shipped.")]);

        Assert.Null(await lane.CancelAsync("1"));

        Assert.Equal("The order is shipped.", Assert.Single(Assert.Single(lane.Sent.Of<SalesOrderCancelRefused>()).Reasons).Message);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Guests_are_booked_on_the_guest_customer(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.GuestCustomer = "WEBGUEST";

        await lane.SubmitAsync("1", guest: true);

        Assert.Equal("WEBGUEST", Assert.Single(lane.Erp.Created).Document["customer"]!["erpId"]!.GetValue<string>());
        Assert.Empty(lane.Erp.Customers);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Nothing_personal_stands_in_effects_and_links(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.SubmitAsync("1");

        var texts = await lane.Bench.Database.ReadAsync((unit, ct) => unit.ListAsync<string>(
            "SELECT key FROM effect UNION ALL SELECT business_key FROM effect UNION ALL SELECT storefront_id FROM link UNION ALL SELECT COALESCE(base, '') FROM link", null, ct), Token);

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.DoesNotContain("example", text, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<WritingLane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class WritingLane : IAsyncDisposable
    {
        private readonly OrderSubmission _submission;
        private readonly OrderCancellation _cancellation;
        private readonly Connected _connected;

        public WritingLane(ConnectorBench bench)
        {
            Bench = bench;
            _connected = Folder.Connect(Erp);
            Observed = new ObservedOrders(bench.Database, bench.Sent, bench.Sealer, bench.Emails, bench.Timeline, bench.Clock);
            _submission = new OrderSubmission(
                Mapping, new CustomerOnErp(bench.Database, bench.Effects, bench.Links, bench.Emails), bench.Effects, bench.Links, bench.Counted(Folder), bench.Book, bench.Seen, Observed, bench.Guard, bench.Messages,
                bench.Inbox, bench.Sent, bench.Timeline, bench.Metrics, bench.Clock);
            _cancellation = new OrderCancellation(
                bench.Database, bench.Store, bench.Effects, bench.Own, bench.Messages, bench.Inbox, bench.Sent, bench.Timeline, bench.Clock);
        }

        public ConnectorBench Bench { get; }
        public FakeErp Erp { get; } = new();
        public PairFolder Folder { get; } = new();
        public PlainMapping Mapping { get; } = new();
        public ObservedOrders Observed { get; }
        public SentMessages Sent => Bench.Sent;

        public async Task<EffectRun.Postponed?> SubmitAsync(string id, int attempt = 1, bool guest = false, Receipt? receipt = null)
        {
            var order = Orders.One(id);
            order = order with { Customer = order.Customer with { IsGuest = guest } };
            using var log = CallLog.Begin();
            return await _submission.RunAsync(_connected, Erp, new SubmitSalesOrder(order.Key, order, attempt), receipt ?? ConnectorBench.Delivery(), log, Token);
        }

        public async Task<EffectRun.Postponed?> CancelAsync(string id, RecordRef? erpOrder = null)
        {
            var order = Orders.One(id);
            using var log = CallLog.Begin();
            return await _cancellation.RunAsync(
                _connected, Erp, new CancelSalesOrder(order.Key, order.Reference, erpOrder, "cancelled", 1), ConnectorBench.Delivery(), log, Token);
        }

        public async ValueTask DisposeAsync()
        {
            Folder.Dispose();
            await Bench.DisposeAsync();
        }
    }
}
