using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class OrderAmendmentTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly RecordRef ErpOrder = new(Entities.Order, "SO1", "SO1");

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_amendment_is_written_once_and_its_answer_becomes_the_agreed_state(string database)
    {
        await using var lane = await LaneAsync(database);
        var content = new ErpOrderContent { ChangedAt = DateTimeOffset.UnixEpoch, Currency = "EUR", Total = 24.9m, Lines = [new ErpOrderLine("1", "MUG-01", 4, 20)] };
        lane.Erp.UpdateEcho = new ErpOrderProgress
        {
            Id = "SO1", Number = "SO1", Reference = "XC1-1", Status = ErpOrderStatus.Open, ErpStatus = "Open", ChangedAt = DateTimeOffset.UnixEpoch, Content = content,
        }.ToEcho();
        Assert.Null(await lane.AmendAsync(1));
        var link = await lane.Bench.Database.ReadAsync((unit, ct) => LinkStore.OfErpAsync(unit, "erp", Entities.Order, "SO1", ct), Token);
        Assert.Null(await lane.AmendAsync(1));

        Assert.Single(lane.Erp.Updated);
        Assert.All(lane.Sent.Of<SalesOrderAmended>(), amended => Assert.Equal(1, amended.Revision));
        Assert.Equal(24.9m, OrderBase.Parse(link!.Base)!.Erp!.Total);
        Assert.Empty(lane.Erp.Reopened);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_older_amendment_that_comes_late_is_not_written_over_a_newer_one(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.AmendAsync(2);
        await lane.AmendAsync(1);

        Assert.Single(lane.Erp.Updated);
        Assert.Equal([2], lane.Sent.Of<SalesOrderAmended>().Select(amended => amended.Revision));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task One_in_doubt_is_not_written_again_before_its_quiet_time_and_found_by_a_look(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.UpdateAnswer = new WriteOutcome.Unknown("No answer came.");
        Assert.NotNull(await lane.AmendAsync(1));
        lane.Erp.UpdateAnswer = null;
        Assert.NotNull(await lane.AmendAsync(1));
        Assert.Empty(lane.Erp.Updated);

        lane.Erp.CompareAnswer = new LookOutcome.Same(ErpOrder);
        Assert.Null(await lane.AmendAsync(1));
        Assert.Empty(lane.Erp.Updated);
        Assert.Single(lane.Sent.Of<SalesOrderAmended>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_the_erp_refuses_is_answered_with_its_reasons_and_a_later_one_is_tried(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.UpdateAnswer = new WriteOutcome.Rejected([new Reason("Status", "It is shipped.")]);
        Assert.Null(await lane.AmendAsync(1));
        lane.Erp.UpdateAnswer = null;
        Assert.Null(await lane.AmendAsync(2));

        var refused = Assert.Single(lane.Sent.Of<SalesOrderAmendRefused>());
        Assert.Equal((1, AttentionClasses.ChangedAfterSubmission, "It is shipped."), (refused.Revision, refused.Class, refused.Reasons[0].Message));
        Assert.Single(lane.Erp.Updated);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_pair_that_leaves_changes_to_people_or_only_observes_writes_nothing(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Folder.Write(change: json => json["amendments"] = "attention");
        Assert.Null(await lane.AmendAsync(1));
        lane.Folder.Write("observe");
        Assert.Null(await lane.AmendAsync(2));

        Assert.Empty(lane.Erp.Updated);
        Assert.Equal(["amendments", "mode"], lane.Sent.Of<SalesOrderAmendRefused>().Select(refused => refused.Reasons[0].Field));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_document_with_another_total_is_not_written(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.TotalOff = 0.01m;
        Assert.Null(await lane.AmendAsync(1));

        Assert.Empty(lane.Erp.Updated);
        Assert.Equal(AttentionClasses.MappingFailed, Assert.Single(lane.Sent.Of<SalesOrderAmendRefused>()).Class);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_cancellation_taken_back_opens_the_order_first_also_where_changes_are_left_to_people(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Folder.Write(change: json => json["amendments"] = "attention");
        Assert.Null(await lane.AmendAsync(1, reopen: true));

        Assert.Equal(["SO1"], lane.Erp.Reopened);
        Assert.Single(lane.Erp.Updated);
        Assert.True(Assert.Single(lane.Sent.Of<SalesOrderAmended>()).Reopened);
    }

    private async Task<AmendingLane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class AmendingLane : IAsyncDisposable
    {
        private readonly OrderAmendment _amendment;
        private readonly Connected _connected;

        public AmendingLane(ConnectorBench bench)
        {
            Bench = bench;
            _connected = Folder.Connect(Erp);
            _amendment = new OrderAmendment(
                new PlainMapping(), new CustomerOnErp(bench.Database, bench.Effects, bench.Links, bench.Emails), bench.Effects, bench.Store, bench.Links, bench.Counted(Folder), bench.Book, bench.Messages,
                bench.Inbox, bench.Sent, bench.Timeline, bench.Metrics, bench.Clock);
        }

        public ConnectorBench Bench { get; }
        public FakeErp Erp { get; } = new();
        public PairFolder Folder { get; } = new();
        public SentMessages Sent => Bench.Sent;

        public async Task<EffectRun.Postponed?> AmendAsync(int revision, bool reopen = false)
        {
            var order = Orders.One();
            using var log = CallLog.Begin();
            return await _amendment.RunAsync(_connected, Erp, new AmendSalesOrder(order.Key, order, ErpOrder, revision, reopen), ConnectorBench.Delivery(), log, Token);
        }

        public async ValueTask DisposeAsync()
        {
            Folder.Dispose();
            await Bench.DisposeAsync();
        }
    }
}
