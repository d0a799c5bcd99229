using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Placing()
    {
        Initially(
            When(Placed).Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order)),
            When(Changed).Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order)),
            Ignored(StorefrontUpdated), Ignored(Release), Ignored(Resubmit), Ignored(DeadlinePassed), Ignored(Screened));

        During(Expecting,
            When(Placed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order))),
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order))));

        During(Screening,
            When(Screened).ThenAsync(c => ScreenedOutsideAsync(c)),
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order))));

        // A second "placed" can only be an older or repeated snapshot.
        DuringAny(Ignored(Placed), Ignored(StorefrontUpdated));
    }

    private EventActivities<OrderSaga> Ignored<T>(Event<T> @event) where T : class => Ignore(@event);

    private static bool IsNewer(OrderSaga saga, long sequence) => sequence > saga.StoreSequence;

    private static void See(OrderSaga saga, long sequence, Order order)
    {
        saga.StoreSequence = sequence;
        saga.Number = order.Number;
        saga.Reference = order.Reference;
        saga.Content = OrderContent.Digest(order);
        saga.OrderedQuantity = order.Lines.Sum(line => line.Quantity);
    }

    private async Task ScreenAsync<T>(BehaviorContext<OrderSaga, T> context, Order order) where T : class
    {
        if (_screening.IsExternal(order.Key.Pair))
        {
            await context.SendAsync(Outgoing.Activity(context.Saga, Now, "Waiting for the external screening.", RecordStates.InProgress));
            await context.TransitionToState(Screening);
            return;
        }

        await ActOnAsync(context, _screening.Screen(order), order);
    }

    private async Task ScreenedOutsideAsync(BehaviorContext<OrderSaga, OrderScreened> context)
    {
        if (context.Message.Verdict == ScreeningVerdict.Pass)
        {
            // The order travels in messages only: a fresh one is read to be submitted.
            await SubmitFreshAsync(context, context.Message.Model);
            return;
        }

        await ActOnAsync(context, context.Message, order: null);
    }

    private async Task ActOnAsync<T>(BehaviorContext<OrderSaga, T> context, OrderScreened screened, Order? order) where T : class
    {
        var saga = context.Saga;
        saga.Verdict = saga.Released ? ScreeningVerdict.Pass : screened.Verdict;
        saga.ScreeningReasons = screened.Reasons;
        switch (saga.Verdict)
        {
            case ScreeningVerdict.Hold:
                await context.SendAsync(Outgoing.Activity(saga, Now, $"Held: {string.Join(" ", screened.Reasons)}", RecordStates.Held));
                await context.TransitionToState(OnHold);
                break;
            case ScreeningVerdict.Reject:
                await context.SendAsync(
                    Outgoing.Activity(saga, Now, $"Refused by a rule: {string.Join(" ", screened.Reasons)}", RecordStates.Attention),
                    Outgoing.Attention(saga, Now, AttentionClasses.RejectedByRule, [.. screened.Reasons.Select(reason => new Reason("", reason))],
                        "Correct the order in the shop, or change the rule and retry.", retry: true));
                await context.TransitionToState(Rejected);
                break;
            default:
                await SubmitAsync(context, order!);
                break;
        }
    }
}
