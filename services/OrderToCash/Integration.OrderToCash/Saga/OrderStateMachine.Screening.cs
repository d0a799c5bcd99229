using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Mapping.Flows;
using Integration.OrderToCash.Screening;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    private void ScreeningOrders()
    {
        During(Screening,
            When(Screened).If(IsAnswer, x => x.ThenAsync(AnsweredAsync)),
            When(DeadlinePassed).If(c => c.Message.Deadline == Outgoing.ScreeningDeadline && c.Message.Attempt == (int)c.Saga.AskedSequence, x => x.ThenAsync(UnansweredAsync)),
            When(DeadlinePassed).If(c => c.Message.Deadline == Outgoing.LaneTimer, x => x.ThenAsync(WaitedAsync)),
            When(Release).Then(c => c.Saga.Released = true).ThenAsync(StopAskingAsync).ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)),
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order))
                .If(c => c.Saga.Content != c.Saga.AskedContent, y => y.ThenAsync(c => ScreenAsync(c, c.Message.Order)))));

        // Held because no answer came in time: a late one still counts.
        During(OnHold, When(Screened).If(IsAnswer, x => x.ThenAsync(AnsweredAsync)));
    }

    private static bool IsAnswer(BehaviorContext<OrderSaga, OrderScreened> context) =>
        context.Saga.AskedSequence > 0 && (context.Message.Sequence == 0 || context.Message.Sequence == context.Saga.AskedSequence);

    private async Task ScreenAsync<T>(BehaviorContext<OrderSaga, T> context, Order order) where T : class
    {
        var saga = context.Saga;
        if (!saga.Released && saga.ScreenedContent != saga.Content && _screening.External(saga.Pair) is { } external)
        {
            await AskAsync(context, order, external);
            return;
        }

        var (unit, again) = (context.GetUnit(), saga.ScreeningAgain);
        saga.ScreeningAgain = false;
        if (!saga.Released && !again && await _pause.FindAsync(unit, saga.Pair, context.CancellationToken) is { } pause)
        {
            await WaitAsync(context, pause.Reason);
            return;
        }

        var result = _screening.Screen(order);
        if (!saga.Released && !again && !await _pause.CountAsync(unit, saga.Pair, saga.OrderId, result, context.CancellationToken))
        {
            await WaitAsync(context, "One of its rules stopped order after order.");
            return;
        }

        await TellAsync(context, result);
        if (again) await ActOnChangedRulesAsync(context, result);
        else await ActOnAsync(context, result);
    }

    /// <summary>Asks the scoring service; its answer, or the deadline, brings the order on.</summary>
    private async Task AskAsync<T>(BehaviorContext<OrderSaga, T> context, Order order, ExternalScreening external) where T : class
    {
        var saga = context.Saga;
        (saga.AskedSequence, saga.AskedContent, saga.AwaitingSnapshot, saga.Scores) = (saga.StoreSequence, saga.Content, false, null);
        var answerBy = Now + external.Deadline;
        await context.SendAsync(
            Outgoing.Ask(saga, order, answerBy), Outgoing.AnswerDeadline(saga, answerBy),
            Outgoing.Activity(saga, Now, "Waiting for the external screening.", RecordStates.InProgress));
        await context.TransitionToState(Screening);
    }

    private async Task AnsweredAsync(BehaviorContext<OrderSaga, OrderScreened> context)
    {
        var (saga, answer) = (context.Saga, context.Message);
        await StopAskingAsync(context);
        saga.Scores = answer.Anomaly is null && answer.Credit is null ? null : new OrderScores(answer.Anomaly, answer.Credit);
        if (answer.Verdict == ScreeningVerdict.Pass)
        {
            // The order travels in messages only: a fresh one is read, and the rules look at it before it is submitted.
            saga.ScreenedContent = saga.AskedContent;
            await SubmitFreshAsync(context, answer.Model);
            return;
        }

        await StopAsync(context, answer.Verdict, [.. answer.Reasons.Select(reason => new Reason("", reason))], $"the external screening ({answer.Model})", byService: true);
    }

    private async Task UnansweredAsync(BehaviorContext<OrderSaga, OrderDeadlinePassed> context)
    {
        var saga = context.Saga;
        await context.CancelTimerAsync(Outgoing.AskTimer(saga));
        if (_screening.External(saga.Pair) is { Otherwise: FlowDecision.Hold })
        {
            await StopAsync(context, ScreeningVerdict.Hold, [new Reason("", "The external screening has not answered within its deadline.")], "the external screening", byService: true);
            return;
        }

        (saga.AskedSequence, saga.ScreenedContent) = (0, saga.AskedContent);
        await SubmitFreshAsync(context, "the deadline of the external screening");
    }

    /// <summary>The screening is paused: the order waits until it goes on, and looks by itself now and then.</summary>
    private async Task WaitAsync<T>(BehaviorContext<OrderSaga, T> context, string why) where T : class
    {
        var saga = context.Saga;
        (saga.AskedSequence, saga.AskedContent, saga.AwaitingSnapshot) = (0, "", false);
        await context.SendAsync(
            Outgoing.LookAgain(saga, Now + LookAgain), Outgoing.Activity(saga, Now, $"Waits, as the screening is paused. {why}", RecordStates.InProgress));
        await context.TransitionToState(Screening);
    }

    private async Task WaitedAsync(BehaviorContext<OrderSaga, OrderDeadlinePassed> context)
    {
        if (await _pause.FindAsync(context.GetUnit(), context.Saga.Pair, context.CancellationToken) is null) await SubmitFreshAsync(context, "the screening, which goes on");
        else await context.SendAsync(Outgoing.LookAgain(context.Saga, Now + LookAgain));
    }

    private static async Task StopAskingAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        await context.CancelTimerAsync(Outgoing.AskTimer(context.Saga));
        await context.CancelTimerAsync(Outgoing.AnswerTimer(context.Saga));
        context.Saga.AskedSequence = 0;
    }

    /// <summary>Tells whom rules name, once per rule and content of the order.</summary>
    private async Task TellAsync<T>(BehaviorContext<OrderSaga, T> context, ScreeningResult result) where T : class
    {
        var saga = context.Saga;
        foreach (var notice in result.Notices.Where(notice => saga.Told.GetValueOrDefault(notice.Rule) != saga.Content))
        {
            saga.Told[notice.Rule] = saga.Content;
            await context.SendAsync(
                Outgoing.Notice(saga, Now, notice, result.Version),
                Outgoing.Activity(saga, Now, $"Rule '{notice.Rule}' tells {(notice.Channels.Count > 0 ? string.Join(", ", notice.Channels) : "whom alerts go to")}: {notice.Reason}"));
        }
    }

    private async Task ActOnAsync<T>(BehaviorContext<OrderSaga, T> context, ScreeningResult result) where T : class
    {
        var saga = context.Saga;
        var verdict = saga.Released ? ScreeningVerdict.Pass : result.Verdict;
        if (verdict != ScreeningVerdict.Pass)
        {
            await StopByRulesAsync(context, result);
            return;
        }

        (saga.Verdict, saga.ScreeningReasons) = (verdict, []);
        foreach (var change in result.Changes) await context.SendAsync(Outgoing.Activity(saga, Now, change));
        await SubmitAsync(context, result.Order);
    }

    private Task StopByRulesAsync<T>(BehaviorContext<OrderSaga, T> context, ScreeningResult result) where T : class =>
        StopAsync(context, result.Verdict, result.Reasons, "a rule", byService: false);

    private async Task StopAsync<T>(BehaviorContext<OrderSaga, T> context, ScreeningVerdict verdict, IReadOnlyList<Reason> reasons, string by, bool byService) where T : class
    {
        var saga = context.Saga;
        (saga.Verdict, saga.ScreeningReasons, saga.StoppedByService) = (verdict, [.. reasons.Select(reason => reason.Message)], byService);
        if (verdict == ScreeningVerdict.Hold)
        {
            // What it was refused for is no longer so; that it is held for long is.
            if (!saga.IsOverdue) await SettleAsync(context, "The order is held.");
            await context.SendAsync(Outgoing.Activity(saga, Now, $"Held: {string.Join(" ", saga.ScreeningReasons)}", RecordStates.Held));
            await context.TransitionToState(OnHold);
            return;
        }

        await context.SendAsync(
            Outgoing.Activity(saga, Now, $"Refused by {by}: {string.Join(" ", saga.ScreeningReasons)}", RecordStates.Attention),
            Outgoing.Attention(saga, Now, AttentionClasses.RejectedByRule, reasons,
                "Correct the order in the shop, or the rule: either is looked at again by itself.", retry: true));
        await context.TransitionToState(Rejected);
    }
}
