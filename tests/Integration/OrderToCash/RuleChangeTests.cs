using System.Globalization;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Mapping.Flows;
using Integration.OrderToCash.Screening;
using Integration.Tests.Samples;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Changed rules look again at the orders that they stopped.</summary>
public abstract class RuleChangeTests(PostgresFixture? postgres) : IAsyncLifetime
{
    private static readonly TimeSpan OldRulesAreGone = TimeSpan.FromSeconds(3);
    private readonly SteppedClock _clock = new();
    private SagaHarness _saga = null!;
    private ScreeningAgain _again = null!;

    public async ValueTask InitializeAsync()
    {
        _saga = await SagaHarness.StartAsync(postgres);
        _again = _saga.NewScreeningAgain(_clock);
        await FollowAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _saga.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(ScreeningVerdict.Hold)]
    [InlineData(ScreeningVerdict.Reject)]
    public async Task An_order_that_no_rule_stops_any_more_goes_on_once_per_change(ScreeningVerdict stopped)
    {
        _saga.Screening.Verdict = stopped;
        await _saga.GivenAsync(Placed(1));

        await ChangeAsync(ScreeningVerdict.Pass, "2");
        Assert.Empty(_saga.Sent.OfType<RereadRecord>());
        await DueAsync();
        Assert.Equal(("1", "changed rules"), Assert.Single((await _saga.ExpectAsync<RereadRecord>()).Select(reread => (reread.Id, reread.Operator))));
        await _saga.GivenAsync(Read(1, 2));

        Assert.Equal("1", Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>()).Key.OrderId);
        await DueAsync();
        await DueAsync();
        await _saga.GivenAsync(Read(1, 3));
        Assert.Single(_saga.Sent.OfType<RereadRecord>());
        Assert.Single(_saga.Sent.OfType<SubmitSalesOrder>());
    }

    [Fact]
    public async Task One_that_is_still_stopped_stays_with_the_present_reasons_and_its_deadline_runs_on()
    {
        _saga.Screening.Deadlines[FlowDeadlines.Hold] = TimeSpan.FromHours(8);
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        _saga.Screening.Deadlines[FlowDeadlines.Hold] = TimeSpan.Zero;
        _saga.Screening.Reason = "The country is looked at by hand.";

        await ChangeAsync(ScreeningVerdict.Hold, "2");
        await DueAsync();
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Read(1, 2));

        var held = await _saga.SagaAsync(Key(1));
        Assert.Equal(("OnHold", "The country is looked at by hand.", false), (held.CurrentState, Assert.Single(held.ScreeningReasons), held.ScreeningAgain));
        await _saga.GivenAsync(new ReleaseOrder(Key(1), "Ada"));
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task One_that_is_stopped_as_before_is_no_news()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Reject;
        await _saga.GivenAsync(Placed(1));
        await ChangeAsync(ScreeningVerdict.Reject, "2");
        await DueAsync();
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Read(1, 2));

        await _saga.GivenAsync(new OrderCancelledInStore(Key(1), 9, "1001", "cancelled in the shop"));
        Assert.Equal("Cancelling", (await _saga.SagaAsync(Key(1))).CurrentState);
        Assert.Equal(["Refused by a rule: The total is above the limit.", "Cancelled in the shop; cancelling it in the ERP."],
            (await _saga.ExpectAsync<ActivityRecorded>(2)).Select(activity => activity.Summary));
        Assert.Equal(("orders.flow", "large"), Assert.Single(_saga.Sent.OfType<AttentionRaised>().Select(raised => (raised.Reasons[0].Cause?.Document, raised.Reasons[0].Cause?.Rule))));
    }

    [Fact]
    public async Task A_refused_order_that_is_only_held_now_leaves_the_attention_list()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Reject;
        await _saga.GivenAsync(Placed(1));
        await ChangeAsync(ScreeningVerdict.Hold, "2");
        await DueAsync();
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Read(1, 2));

        Assert.Equal("OnHold", (await _saga.SagaAsync(Key(1))).CurrentState);
        Assert.Equal("1", Assert.Single(await _saga.ExpectAsync<AttentionCleared>()).RecordId);
    }

    [Fact]
    public async Task Released_cancelled_submitted_orders_and_those_that_the_ERP_refused_are_left_alone()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new SalesOrderRejected(Key(1), AttentionClasses.RejectedByErp, [new Reason("", "No such item.")]));
        await _saga.GivenAsync(Placed(2));
        await _saga.GivenAsync(new SalesOrderAccepted(Key(2), "XC1-1001", new RecordRef(Entities.Order, "guid-1", "WO000123"), AlreadyThere: false));
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        foreach (var id in new[] { 3, 4, 5 }) await _saga.GivenAsync(Placed(id));
        await _saga.GivenAsync(new ReleaseOrder(Key(3), "Ada"));
        await _saga.GivenAsync(new OrderCancelledInStore(Key(4), 9, "1001", "cancelled in the shop"));

        await ChangeAsync(ScreeningVerdict.Pass, "2");
        await DueAsync();
        await _saga.ExpectAsync<RereadRecord>(2);
        foreach (var id in new[] { 1, 2, 3, 4 }) await _saga.GivenAsync(new ScreenOrderAgain(Key(id)));

        Assert.Equal(["Rejected", "Submitted", "Submitting", "Cancelled", "OnHold"], await StatesAsync(5));
        Assert.Equal([("3", "Ada"), ("5", "changed rules")], _saga.Sent.OfType<RereadRecord>().Select(reread => (reread.Id, reread.Operator)).Order());
        Assert.False((await _saga.SagaAsync(Key(1))).ScreeningAgain);
    }

    [Fact]
    public async Task What_a_scoring_service_stopped_waits_for_it_until_the_pair_has_none()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMinutes(2), FlowDecision.Hold);
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new OrderScreened(Key(1), ScreeningVerdict.Hold, null, null, ["Looks odd."], "scores", "1", 1));
        await _saga.GivenAsync(new ScreenOrderAgain(Key(1)));
        Assert.False((await _saga.SagaAsync(Key(1))).ScreeningAgain);

        _saga.Screening.Asked = null;
        await ChangeAsync(ScreeningVerdict.Pass, "2");
        await DueAsync();
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Read(1, 2));

        Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>());
    }

    [Fact]
    public async Task Many_are_looked_at_a_batch_at_a_time_and_go_on_after_a_restart_and_pause_nothing()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        for (var id = 1; id <= ScreeningAgain.Batch + 10; id++) await _saga.GivenAsync(Placed(id));
        _saga.Screening.Suspects = ["large"];
        await ChangeAsync(ScreeningVerdict.Hold, "2");
        await DueAsync();
        Assert.Equal(ScreeningAgain.Batch, (await _saga.ExpectAsync<RereadRecord>(ScreeningAgain.Batch)).Count);

        // Not due yet, whoever asks.
        _again = _saga.NewScreeningAgain(_clock);
        await FollowAsync();
        Assert.Equal(ScreeningAgain.Batch, await RequestedAsync());
        await DueAsync();
        await DueAsync();
        var ids = (await _saga.ExpectAsync<RereadRecord>(ScreeningAgain.Batch + 10)).Select(reread => reread.Id).ToList();
        Assert.Equal(ScreeningAgain.Batch + 10, ids.Distinct().Count());
        Assert.Equal(ids.Count, ids.Distinct().Count());

        for (var id = 1; id <= 25; id++) await _saga.GivenAsync(Read(id, 2));
        Assert.All(await StatesAsync(25), state => Assert.Equal("OnHold", state));
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task Replicas_that_see_the_change_together_do_one_walk_and_one_that_sees_it_late_begins_anew()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        var (first, second, late) = (_again, _saga.NewScreeningAgain(_clock), _saga.NewScreeningAgain(_clock));
        foreach (var replica in new[] { second, late }) await FollowAsync(replica);
        _saga.Screening.Rules = "2";
        foreach (var replica in new[] { first, second }) await FollowAsync(replica);
        _clock.Step(OldRulesAreGone);
        foreach (var replica in new[] { first, second }) await FollowAsync(replica);
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Read(1, 2));
        Assert.Single(_saga.Sent.OfType<RereadRecord>());

        await FollowAsync(late);
        _clock.Step(OldRulesAreGone);
        await FollowAsync(late);
        Assert.Equal(2, (await _saga.ExpectAsync<RereadRecord>(2)).Count);
    }

    [Fact]
    public async Task Rules_that_cannot_be_used_let_nothing_go_on_and_those_after_them_do()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        await ChangeAsync(ScreeningVerdict.Hold, "");
        await DueAsync();
        Assert.Equal(0, await RequestedAsync());

        await ChangeAsync(ScreeningVerdict.Pass, "1");
        await DueAsync();
        Assert.Single(await _saga.ExpectAsync<RereadRecord>());
    }

    private static OrderKey Key(int id) => new(SagaHarness.Pair, id.ToString(CultureInfo.InvariantCulture));

    private static OrderPlaced Placed(int id) => new(Key(id), 1, SampleOrder.With(Key(id)), "sweep");

    private static OrderChanged Read(int id, long sequence) => new(Key(id), sequence, SampleOrder.With(Key(id)), "operator");

    private Task FollowAsync() => FollowAsync(_again);

    private static Task FollowAsync(ScreeningAgain again) => again.FollowAsync(SagaHarness.Pair, TestContext.Current.CancellationToken);

    private Task ChangeAsync(ScreeningVerdict verdict, string rules)
    {
        (_saga.Screening.Verdict, _saga.Screening.Rules) = (verdict, rules);
        return FollowAsync();
    }

    private Task DueAsync()
    {
        _clock.Step(OldRulesAreGone);
        return FollowAsync();
    }

    private async Task<List<string>> StatesAsync(int orders)
    {
        var states = new List<string>();
        for (var id = 1; id <= orders; id++) states.Add((await _saga.SagaAsync(Key(id))).CurrentState);
        return states;
    }

    private async Task<int> RequestedAsync()
    {
        var requested = 0;
        for (var id = 1; id <= ScreeningAgain.Batch + 10; id++) requested += await _saga.FindAsync(Key(id)) is { ScreeningAgain: true } ? 1 : 0;
        return requested;
    }
}
