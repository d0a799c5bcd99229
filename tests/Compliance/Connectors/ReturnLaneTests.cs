using System.Text.Json.Nodes;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class ReturnLaneTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly Order Returned = Orders.One() with { FulfilmentStatus = FulfilmentStatus.Returned };

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_return_of_the_shop_is_sent_once_and_what_is_taken_back_is_told(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.SeeAsync(Orders.One());
        await lane.SeeAsync(Returned);
        await lane.SeeAsync(Returned);

        var sent = Assert.Single(lane.Sent.Of<SubmitReturn>()).Return;
        Assert.Equal(("XC1-1001/R", 14.90m, 4.90m), (sent.Reference, sent.Total, sent.Shipping));
        await lane.SeeAsync(Orders.One());
        await lane.SeeAsync(Orders.One());
        Assert.Equal(AttentionClasses.ReturnWithdrawn, Assert.Single(lane.Sent.Of<AttentionRaised>()).Class);
        await lane.SeeAsync(Returned);
        Assert.Equal(AttentionClasses.ReturnWithdrawn, Assert.Single(lane.Sent.Of<AttentionCleared>()).Class);
        Assert.Single(lane.Sent.Of<SubmitReturn>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_the_ERP_took_back_is_shown_and_does_not_come_back_as_a_return_of_the_shop(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.TellAsync(new ReturnChangedInErp(Returned.Key, "1001", 2, InErp(ErpReturnState.Received)));
        await lane.TellAsync(new ReturnChangedInErp(Returned.Key, "1001", 1, InErp(ErpReturnState.Expected)));

        Assert.Equal(FulfilmentStatus.Returned, Assert.Single(lane.Sent.Of<OrderReturned>()).Status);
        await lane.SeeAsync(Returned);
        Assert.Empty(lane.Sent.Of<SubmitReturn>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_the_ERP_owes_is_asked_for_once_and_no_longer_when_the_shop_gave_it_back(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.TellAsync(new ReturnChangedInErp(Returned.Key, "1001", 1, InErp(ErpReturnState.Received)));
        var credit = new ErpCredit { Id = "C1", Number = "C1", Kind = ErpCreditKind.CreditMemo, Amount = 9.25m, Currency = "EUR", Date = new DateOnly(2026, 3, 2), Stands = true };
        await lane.TellAsync(new CreditChangedInErp(Returned.Key, "1001", 1, credit));
        await lane.SeeAsync(Returned);
        await lane.SeeAsync(Returned);

        var raised = Assert.Single(lane.Sent.Of<AttentionRaised>());
        Assert.Equal(AttentionClasses.RefundAtProvider, raised.Class);
        Assert.Contains("9.25 EUR", raised.Reasons[0].Message, StringComparison.Ordinal);
        await lane.SeeAsync(Returned with { PaymentStatus = PaymentStatus.Refunded });
        Assert.Equal(AttentionClasses.RefundAtProvider, Assert.Single(lane.Sent.Of<AttentionCleared>()).Class);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Without_an_answer_nothing_is_written_again_before_a_late_commit_is_over_and_then_only_after_a_look(string database)
    {
        await using var lane = await LaneAsync(database);
        await lane.LinkAsync();
        lane.Port.NextWrites.Enqueue(new WriteOutcome.Unknown("No answer."));

        Assert.NotNull(await lane.SubmitAsync());
        Assert.NotNull(await lane.SubmitAsync());
        Assert.Empty(lane.Port.Created);
        // It was carried out after all.
        lane.Port.Created.Add("XC1-1001/R");
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(36));

        Assert.Null(await lane.SubmitAsync());
        Assert.Null(await lane.SubmitAsync());
        Assert.Single(lane.Port.Created);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_return_waits_for_its_order_and_a_refusal_is_told_with_a_retry(string database)
    {
        await using var lane = await LaneAsync(database);
        Assert.Null(await lane.SubmitAsync());
        Assert.True(Assert.Single(lane.Sent.Of<SubmitReturn>()).Shown);
        Assert.NotNull(await lane.SubmitAsync(shown: true));
        Assert.Empty(lane.Port.Created);

        await lane.LinkAsync();
        lane.Port.NextWrites.Enqueue(new WriteOutcome.Rejected([new Reason("OrderQty", "Too much.")]));
        Assert.Null(await lane.SubmitAsync(shown: true));

        var raised = Assert.Single(lane.Sent.Of<AttentionRaised>());
        Assert.Equal((AttentionClasses.RejectedByErp, "return", "1/R"), (raised.Class, raised.Entity, raised.RecordId));
        Assert.NotNull(raised.Retry);
        Assert.Null(await lane.SubmitAsync(shown: true));
        Assert.Single(lane.Port.Created);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_pair_that_observes_writes_nothing_and_shows_the_call(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Folder.Write("observe", On);
        await lane.LinkAsync();

        Assert.Null(await lane.SubmitAsync());

        Assert.Empty(lane.Port.Created);
        Assert.Contains("PUT Return", Assert.Single(lane.Sent.Of<ActivityRecorded>()).Summary, StringComparison.Ordinal);
    }

    private static ErpReturn InErp(ErpReturnState state) => new()
    {
        Id = "RC/12", Number = "12", Reference = "", State = state, Expected = [new ReturnedQuantity("MUG-01", 2)],
        Received = state == ErpReturnState.Received ? [new ReturnedQuantity("MUG-01", 2)] : [], Sold = [new ReturnedQuantity("MUG-01", 2)],
    };

    private static void On(JsonObject pair) => pair["lanes"] = new JsonObject { ["returns"] = true };

    private async Task<Lane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class Lane : IAsyncDisposable
    {
        private readonly ReturnTelling _telling;
        private readonly ReturnSubmission _submission;
        private readonly FakeErp _erp;

        public Lane(ConnectorBench bench)
        {
            Bench = bench;
            _erp = new FakeErp { Returns = Port };
            Folder.Write(change: On);
            _telling = new ReturnTelling(bench.Refunds, bench.Messages, bench.Book, bench.Sent, bench.Sealer, bench.Timeline, bench.Metrics);
            _submission = new ReturnSubmission(
                bench.Database, new DocumentMappings(bench.Clock), bench.MappingGuard, bench.Effects, bench.Links, bench.Messages, bench.Inbox, bench.Sent, bench.Timeline, bench.Metrics, bench.Clock);
        }

        public ConnectorBench Bench { get; }
        public PairFolder Folder { get; } = new();
        public FakeReturns Port { get; } = new();
        public SentMessages Sent => Bench.Sent;

        public Task SeeAsync(Order order) => Bench.Database.TransactAsync((unit, ct) => Bench.ReturnsInShop.SeeAsync(unit, Folder.Pair, order, ct), Token);

        public Task TellAsync(ReturnChangedInErp changed) => _telling.ReturnAsync(ConnectorBench.Delivery(), Folder.Pair, changed, Token);

        public Task TellAsync(CreditChangedInErp changed) => _telling.CreditAsync(ConnectorBench.Delivery(), Folder.Pair, changed, Token);

        public Task<EffectRun.Postponed?> SubmitAsync(bool shown = false)
        {
            using var log = CallLog.Begin();
            var goods = new GoodsReturn
            {
                Id = "R", OrderReference = "XC1-1001", Number = "1001", LocalDate = new DateOnly(2026, 3, 2), Currency = "EUR",
                Lines = [new GoodsReturnLine("1", "MUG-01", "Mug", 2m, 10m)], Shipping = 4.90m,
            };
            return _submission.RunAsync(Folder.Connect(_erp), _erp, new SubmitReturn(Returned.Key, goods, shown), ConnectorBench.Delivery(), log, Token);
        }

        public Task LinkAsync() => Bench.Database.TransactAsync(
            (unit, ct) => Bench.Links.StoreAsync(unit, new Link
            {
                Scope = "shop-erp", Entity = Entities.Order, StorefrontId = "1", StorefrontNumber = "1001", Connection = "erp", ErpId = "SO|1", ErpNumber = "SO-1", Reference = "XC1-1001",
            }, ct), Token);

        public async ValueTask DisposeAsync()
        {
            await Bench.DisposeAsync();
            Folder.Dispose();
        }
    }
}
