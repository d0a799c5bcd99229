using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Mapping.Flows;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>What the actions, deadlines and the external screening of a flow document do to an order's way.</summary>
public sealed class FlowActionTests : IAsyncLifetime
{
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task What_a_rule_sets_reaches_the_mapping_and_is_told_without_computed_values()
    {
        _saga.Screening.Settings = [new FlowSetting("vip", "customFields.priority", "high", false), new FlowSetting("vip", "notes", "for Ada Lovelace", true)];

        await _saga.GivenAsync(Placed(1));

        var submitted = Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>()).Order;
        Assert.Equal(("high", "for Ada Lovelace"), (submitted.CustomFields["priority"], submitted.Notes));
        var told = (await _saga.ExpectAsync<ActivityRecorded>(2)).Select(activity => activity.Summary).ToList();
        Assert.Contains("Rule 'vip' set customFields.priority to high.", told);
        Assert.Contains("Rule 'vip' set notes.", told);
        Assert.DoesNotContain(told, summary => summary.Contains("Lovelace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_rule_sets_is_no_change_of_the_order()
    {
        _saga.Screening.Settings = [new FlowSetting("air", "shippingMethod.code", "AIR", false)];
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", new RecordRef(Entities.Order, "guid-1", "WO000123"), AlreadyThere: false));

        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task A_notice_is_given_once_per_rule_and_content_and_holds_nothing_up()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        _saga.Screening.Notices = [new FlowNotice("gift", "A gift order came in.", ["shop-mail"])];
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 3, SampleOrder.With(_saga.Key, quantity: 4), "sweep"));
        _saga.Screening.Verdict = ScreeningVerdict.Pass;
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 4, SampleOrder.With(_saga.Key, quantity: 4), "sweep"));

        await _saga.ExpectAsync<SubmitSalesOrder>();
        var notices = await _saga.ExpectAsync<NoticeRaised>(2);
        Assert.Equal(2, notices.Count);
        Assert.All(notices, notice => Assert.Equal(("gift", "A gift order came in.", "1", "1001"), (notice.Rule, notice.Reason, notice.Version, notice.Number)));
    }

    [Fact]
    public async Task A_released_order_is_not_overdue_while_its_lane_is_switched_off()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        _saga.Screening.On = false;
        await _saga.GivenAsync(new ReleaseOrder(_saga.Key, "Ada"));
        await _saga.GivenAsync(new OrderDeadlinePassed(_saga.Key, FlowDeadlines.Submit, 0));
        _saga.Screening.On = true;
        // Switched on a moment ago: it has the whole time again.
        await _saga.GivenAsync(new OrderDeadlinePassed(_saga.Key, FlowDeadlines.Submit, 0));

        Assert.Contains((await _saga.ExpectAsync<ActivityRecorded>(2)).Select(activity => activity.Summary),
            summary => summary == "Sent on by Ada: the order is read afresh and submitted when the lane is switched on again.");
        Assert.False((await _saga.SagaAsync()).NeedsPerson);
        await _saga.GivenAsync(new OrderDeadlinePassed(_saga.Key, FlowDeadlines.Submit, 0));
        Assert.Equal(AttentionClasses.Overdue, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);
    }

    [Fact]
    public async Task An_external_screening_is_asked_and_its_pass_brings_the_order_on_once()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMinutes(2), FlowDecision.Hold);
        await _saga.GivenAsync(Placed(1));
        var question = Assert.Single(await _saga.ExpectAsync<ScreenOrder>());
        Assert.Equal((1, "1001"), (question.Sequence, question.Order.Number));
        Assert.Equal("Screening", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<SubmitSalesOrder>());

        await _saga.GivenAsync(Answer(ScreeningVerdict.Pass, 1));
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Equal(new OrderScores(0.9m, null), Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>()).Scores);
        Assert.Single(_saga.Sent.OfType<ScreenOrder>());
    }

    [Fact]
    public async Task An_order_that_the_external_screening_lets_pass_is_still_looked_at_by_the_rules()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMinutes(2), FlowDecision.Hold);
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(Answer(ScreeningVerdict.Pass, 1));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Equal("OnHold", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task An_order_that_changes_while_it_is_asked_about_is_asked_about_anew_and_the_old_answer_ignored()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMinutes(2), FlowDecision.Hold);
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key, quantity: 9), "sweep"));
        Assert.Equal([1, 2], (await _saga.ExpectAsync<ScreenOrder>(2)).Select(question => question.Sequence));

        await _saga.GivenAsync(Answer(ScreeningVerdict.Pass, 1));
        Assert.Equal("Screening", (await _saga.SagaAsync()).CurrentState);
        await _saga.GivenAsync(Answer(ScreeningVerdict.Reject, 2));

        Assert.Equal(AttentionClasses.RejectedByRule, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);
        Assert.Equal("Rejected", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_order_is_held_and_a_late_pass_still_counts()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMilliseconds(200), FlowDecision.Hold);
        await _saga.GivenAsync(Placed(1));
        await _saga.UntilStateAsync("OnHold");

        await _saga.GivenAsync(Answer(ScreeningVerdict.Pass, 1));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>());
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_order_passes_where_the_document_says_so()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromMilliseconds(200), FlowDecision.Pass);
        await _saga.GivenAsync(Placed(1));
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>());
    }

    [Fact]
    public async Task An_operator_may_release_an_order_that_waits_for_the_external_screening()
    {
        _saga.Screening.Asked = new ExternalScreening(TimeSpan.FromHours(2), FlowDecision.Hold);
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new ReleaseOrder(_saga.Key, "Ada"));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));

        Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>());
    }

    [Fact]
    public async Task A_state_that_takes_too_long_is_told_and_settles_when_the_order_moves_on()
    {
        _saga.Screening.Deadlines[FlowDeadlines.Hold] = TimeSpan.FromMilliseconds(200);
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));

        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal(AttentionClasses.Overdue, raised.Class);
        Assert.Contains("held", raised.Reasons[0].Message, StringComparison.Ordinal);
        Assert.Equal("OnHold", (await _saga.SagaAsync()).CurrentState);

        await _saga.GivenAsync(new ReleaseOrder(_saga.Key, "Ada"));
        Assert.Equal(AttentionClasses.Overdue, (await _saga.ExpectAsync<AttentionCleared>())[0].Class);
    }

    [Fact]
    public async Task A_deadline_of_a_state_that_was_left_tells_nobody()
    {
        _saga.Screening.Deadlines[FlowDeadlines.Ship] = TimeSpan.FromHours(1);
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", new RecordRef(Entities.Order, "guid-1", "WO000123"), AlreadyThere: false));
        Assert.Equal("ship", (await _saga.SagaAsync()).Watched);
        await _saga.GivenAsync(new OrderCancelledInStore(_saga.Key, 2, "1001", "cancelled in the shop"));

        Assert.Equal("", (await _saga.SagaAsync()).Watched);
        await _saga.GivenAsync(new OrderDeadlinePassed(_saga.Key, "ship", 0));
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    private OrderPlaced Placed(long sequence) => new(_saga.Key, sequence, SampleOrder.With(_saga.Key), "sweep");

    private OrderScreened Answer(ScreeningVerdict verdict, long sequence) => new(
        _saga.Key, verdict, 0.9m, null, verdict == ScreeningVerdict.Pass ? [] : ["Very unusual."], "risk-model", "7", sequence);
}
