using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.OrderToCash.Screening;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>Changed rules look again at what rules stopped: the order stays where it is until a fresh snapshot of it was looked at.</summary>
public sealed partial class OrderStateMachine
{
    private void RuleChanges()
    {
        During([OnHold, Rejected], When(RulesChanged).If(c => IsStoppedByRules(c.Saga), x => x
            .Then(c => c.Saga.ScreeningAgain = true)
            .ThenAsync(c => c.SendAsync(Outgoing.Reread(c.Saga, "changed rules")))));
        DuringAny(Ignored(RulesChanged));
    }

    /// <summary>What a scoring service stopped stays stopped by it, for as long as the pair has one.</summary>
    private bool IsStoppedByRules(OrderSaga saga) =>
        !saga.Released && saga.Verdict != ScreeningVerdict.Pass && !(saga.StoppedByService && _screening.External(saga.Pair) is not null);

    private async Task ActOnChangedRulesAsync<T>(BehaviorContext<OrderSaga, T> context, ScreeningResult result) where T : class
    {
        var saga = context.Saga;
        if (saga.Released || result.Verdict == ScreeningVerdict.Pass)
        {
            await context.SendAsync(Outgoing.Activity(saga, Now, "The rules changed: none stops the order any more.", RecordStates.InProgress));
            await ActOnAsync(context, result);
            return;
        }

        // Stopped as before is no news.
        if (!IsStanding(saga) || saga.Verdict != result.Verdict || !saga.ScreeningReasons.SequenceEqual(result.Reasons.Select(reason => reason.Message))) await StopByRulesAsync(context, result);
    }

    private bool IsStanding(OrderSaga saga) => saga.CurrentState == OnHold.Name || saga.CurrentState == Rejected.Name;
}
