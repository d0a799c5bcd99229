using System.Text.Json.Nodes;
using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Platform.Messaging;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class PaymentWritingTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_payment_is_booked_once_however_often_its_command_comes(string database)
    {
        await using var lane = await LaneAsync(database);
        var receipt = ConnectorBench.Delivery();

        Assert.Null(await lane.PostAsync(receipt: receipt));
        Assert.Null(await lane.PostAsync(receipt: receipt));
        Assert.Null(await lane.PostAsync());

        Assert.Equal([("XC1-T1", 10m)], lane.Books.Made);
        Assert.Equal([false, true], lane.Sent.Of<PaymentPosted>().Select(posted => posted.AlreadyThere));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_payment_that_came_with_the_order_closes_its_key(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.Made.Add(("XC1-T1", 10m));

        Assert.Null(await lane.PostAsync());

        Assert.Single(lane.Books.Made);
        Assert.True(Assert.Single(lane.Sent.Of<PaymentPosted>()).AlreadyThere);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task The_first_attempt_for_an_order_made_just_now_looks_for_nothing_and_every_later_one_looks(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.NewOrders = true;
        lane.Books.Next.Enqueue(() =>
        {
            lane.Books.Made.Add(("XC1-T1", 10m));
            return new WriteOutcome.Unknown("No answer came.");
        });

        Assert.NotNull(await lane.PostAsync());
        Assert.Equal(0, lane.Books.Looks);
        Assert.Null(await lane.PostAsync());

        Assert.Equal(1, lane.Books.Looks);
        Assert.Single(lane.Books.Made);
        Assert.True(Assert.Single(lane.Sent.Of<PaymentPosted>()).AlreadyThere);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_unknown_outcome_is_looked_for_after_the_quiet_time_and_never_booked_twice(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.Next.Enqueue(() =>
        {
            lane.Books.Made.Add(("XC1-T1", 10m));
            return new WriteOutcome.Unknown("No answer came.");
        });

        Assert.NotNull(await lane.PostAsync());
        lane.Bench.Clock.Pass(TimeSpan.FromMinutes(36));
        Assert.Null(await lane.PostAsync());

        Assert.Single(lane.Books.Made);
        Assert.Single(lane.Sent.Of<PaymentPosted>());
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_process_that_dies_after_the_call_leaves_nothing_to_be_booked_twice(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.Next.Enqueue(() =>
        {
            lane.Books.Made.Add(("XC1-T1", 10m));
            throw new OperationCanceledException("The process dies.");
        });
        await Assert.ThrowsAsync<OperationCanceledException>(() => lane.PostAsync());

        lane.Restart();
        while (await lane.PostAsync() is { } postponed) lane.Bench.Clock.Pass(postponed.Until - lane.Bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));

        Assert.Single(lane.Books.Made);
        Assert.True(Assert.Single(lane.Sent.Of<PaymentPosted>()).AlreadyThere);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_refusal_goes_to_a_person_and_its_retry_leads_back_to_the_saga(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.Next.Enqueue(() => new WriteOutcome.Rejected([new Reason(Integration.Connectors.Ports.PaymentFields.ClosedPeriod, "The period is closed.")]));

        Assert.Null(await lane.PostAsync());

        var raised = Assert.Single(lane.Sent.Of<AttentionRaised>());
        Assert.Equal((AttentionClasses.ClosedPeriod, Entities.Payment, "XC1-T1"), (raised.Class, raised.Entity, raised.RecordId));
        Assert.Contains(nameof(RetryPayment), raised.Retry!.Type, StringComparison.Ordinal);
        Assert.Equal(AttentionClasses.ClosedPeriod, Assert.Single(lane.Sent.Of<PaymentRefused>()).Class);
        Assert.Null(await lane.PostAsync(attempt: 2));
        Assert.Single(lane.Books.Made);
        Assert.Contains(lane.Sent.Of<AttentionCleared>(), cleared => cleared.RecordId == "XC1-T1");
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_the_mapping_books_must_be_what_the_shop_shows(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Books.AmountOff = 0.01m;

        Assert.Null(await lane.PostAsync());

        Assert.Empty(lane.Books.Made);
        Assert.Equal(("amount", "payments.toErp", 3), (Assert.Single(lane.Sent.Of<PaymentRefused>()).Reasons[0].Cause!.Rule, lane.Sent.Of<PaymentRefused>()[0].Reasons[0].Cause!.Document, lane.Sent.Of<PaymentRefused>()[0].Reasons[0].Cause!.Version));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_method_without_a_row_is_named_so_that_the_row_retries_it(string database)
    {
        await using var lane = await LaneAsync(database);

        Assert.Null(await lane.PostAsync(method: "Bitcoin"));

        var cause = Assert.Single(Assert.Single(lane.Sent.Of<PaymentRefused>()).Reasons).Cause!;
        Assert.Equal(("methods", "Bitcoin"), (cause.Table, cause.Code));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_pair_that_observes_or_whose_lane_is_off_books_nothing_and_loses_nothing(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Write("observe", on: true);
        Assert.NotNull(await lane.PostAsync());
        Assert.NotNull(await lane.PostAsync());
        Assert.Contains("live it would book", Assert.Single(lane.Sent.Of<ActivityRecorded>()).Summary, StringComparison.Ordinal);

        lane.Write("live", on: false);
        Assert.NotNull(await lane.PostAsync());
        Assert.Empty(lane.Books.Made);

        lane.Write("live", on: true);
        Assert.Null(await lane.PostAsync());
        Assert.Single(lane.Books.Made);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task More_than_twenty_payments_in_a_row_without_a_row_pause_the_lane_and_the_rest_waits_for_the_row(string database)
    {
        await using var lane = await LaneAsync(database);
        for (var at = 1; at <= 20; at++) Assert.Null(await lane.PostAsync(method: "Bitcoin", key: $"XC1-T{at}"));

        Assert.NotNull(await lane.PostAsync(method: "Bitcoin", key: "XC1-T21"));
        Assert.NotNull(await lane.PostAsync(method: "Bitcoin", key: "XC1-T22"));

        Assert.Equal(20, lane.Sent.Of<PaymentRefused>().Count);
        var paused = Assert.Single(lane.Sent.Of<AttentionRaised>(), raised => raised.Class == AttentionClasses.LanePaused);
        Assert.Equal("payments", paused.Lane);
        Assert.Contains("of payments.toErp, version 3", paused.Reasons[0].Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task One_payment_that_is_mapped_begins_the_count_anew(string database)
    {
        await using var lane = await LaneAsync(database);
        for (var at = 1; at <= 20; at++) Assert.Null(await lane.PostAsync(method: "Bitcoin", key: $"XC1-T{at}"));
        Assert.Null(await lane.PostAsync(key: "XC1-T21"));

        Assert.Null(await lane.PostAsync(method: "Bitcoin", key: "XC1-T22"));
        Assert.Equal(21, lane.Sent.Of<PaymentRefused>().Count);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_refund_that_gives_nothing_back_yet_is_tried_again_when_its_order_is_credited_and_on_request(string database)
    {
        await using var lane = await LaneAsync(database);
        for (var at = 0; at < 2; at++)
            lane.Books.Next.Enqueue(() => new WriteOutcome.Done(new RecordRef(Entities.Payment, "P/1", "P-1"), Integration.Connectors.Ports.PaymentFields.NotApplied));
        Assert.Null(await lane.PostAsync());

        var raised = Assert.Single(lane.Sent.Of<AttentionRaised>());
        Assert.Equal((AttentionClasses.RefundNotApplied, "shop-erp.payments.write"), (raised.Class, raised.Retry!.Queue));
        Assert.Contains(nameof(PostPayment), raised.Retry.Type, StringComparison.Ordinal);
        await lane.CreditedAsync("another");
        Assert.Empty(lane.Sent.Of<PostPayment>());
        await lane.CreditedAsync("1001");
        Assert.Equal(2, Assert.Single(lane.Sent.Of<PostPayment>()).Attempt);

        Assert.Null(await lane.PostAsync(attempt: 2));
        await lane.CreditedAsync("1001");
        Assert.Equal([2, 3], lane.Sent.Of<PostPayment>().Select(again => again.Attempt));
        lane.Sent.Clear();
        Assert.Null(await lane.PostAsync(attempt: 3));
        Assert.Null(await lane.PostAsync(attempt: 2));

        Assert.Single(lane.Books.Made);
        Assert.Empty(lane.Sent.Of<AttentionRaised>());
        Assert.Contains(lane.Sent.Of<AttentionCleared>(), cleared => cleared.RecordId == "XC1-T1");
        await lane.CreditedAsync("1001");
        Assert.Empty(lane.Sent.Of<PostPayment>());
    }

    private async Task<Lane> LaneAsync(string database) => new(await OpenAsync(database));

    private sealed class Lane : IAsyncDisposable
    {
        private readonly FakeErp _erp = new();
        private readonly PairFolder _folder = new();
        private readonly Connected _connected;
        private PaymentSubmission _submission;

        public Lane(ConnectorBench bench)
        {
            Bench = bench;
            _erp.Payments = Books;
            Write("live", on: true);
            _connected = _folder.Connect(_erp);
            _submission = SubmissionOf(bench.Effects);
        }

        public ConnectorBench Bench { get; }
        public FakeBooks Books { get; } = new();
        public SentMessages Sent => Bench.Sent;

        public void Restart() => _submission = SubmissionOf(Bench.OtherProcess());

        public void Write(string mode, bool on) => _folder.Write(mode, json =>
        {
            json["lookups"]!["methods"] = new JsonObject { ["Stripe"] = "ONLINE" };
            json["lanes"] = new JsonObject { ["payments"] = on };
        });

        public async Task<EffectRun.Postponed?> PostAsync(int attempt = 1, string method = "Stripe", Receipt? receipt = null, string key = "XC1-T1")
        {
            var entry = new PaymentEntry
            {
                Key = key, Transaction = "T1", Kind = PaymentEntryKind.Capture, Method = method, Amount = 10m, Currency = "EUR", At = DateTimeOffset.UnixEpoch,
                LocalDate = new DateOnly(2026, 3, 2), ProviderReference = "T1",
            };
            using var log = CallLog.Begin();
            return await _submission.RunAsync(
                _connected, _erp, new PostPayment(new OrderKey("shop-erp", "1"), "1001", new RecordRef(Entities.Order, "SO1", "SO1"), entry, [], attempt), receipt ?? ConnectorBench.Delivery(), log, Token);
        }

        /// <summary>The ERP shows a credit memo of an order.</summary>
        public Task CreditedAsync(string number) => Bench.Database.TransactAsync((unit, ct) => new UnappliedRefunds(Bench.Sent).TryAgainAsync(unit, "shop-erp", number, ct), Token);

        public async ValueTask DisposeAsync()
        {
            _folder.Dispose();
            await Bench.DisposeAsync();
        }

        private PaymentSubmission SubmissionOf(EffectRunner effects) => new(
            new DocumentMappings(Bench.Clock), Bench.MappingGuard, effects,
            new PaymentResults(Bench.Database, Bench.Messages, Bench.Inbox, Bench.Sent, Bench.Links, Bench.Timeline, Bench.Metrics), Bench.Clock);
    }
}
