using Integration.Contracts.Operations;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Holding()
    {
        During(OnHold,
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order))),
            When(Release)
                .Then(c => c.Saga.Released = true)
                .ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)));

        During(Rejected,
            When(Resubmit).ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)),
            When(Release).Then(c => c.Saga.Released = true).ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)),
            // A corrected order is sent again by itself; an equal one would only be refused again.
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.ThenAsync(async c =>
            {
                var before = c.Saga.Content;
                See(c.Saga, c.Message.Sequence, c.Message.Order);
                if (c.Saga.Content != before || c.Saga.ScreeningAgain) await ScreenAsync(c, c.Message.Order);
            })));

        DuringAny(Ignored(Release), Ignored(Screened));
    }

    /// <summary>Asks the gateway to read the order afresh; the snapshot that comes is submitted.</summary>
    private async Task SubmitFreshAsync<T>(BehaviorContext<OrderSaga, T> context, string who) where T : class
    {
        var saga = context.Saga;
        (saga.AwaitingSnapshot, saga.AwaitsLane) = (true, !_screening.IsOn(saga.Pair));
        await context.SendAsync(
            Outgoing.Reread(saga, who),
            Outgoing.SubmitDeadline(saga, Now + SubmitDeadline(saga)),
            Outgoing.Activity(saga, Now, $"Sent on by {who}: the order is read afresh and submitted{(saga.AwaitsLane ? " when the lane is switched on again" : "")}.", RecordStates.InProgress));
        await context.TransitionToState(Submitting);
    }
}
