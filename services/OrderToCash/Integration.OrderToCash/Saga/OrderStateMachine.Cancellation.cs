using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Cancellation()
    {
        Initially(When(CancelledInStore).Then(c => SeeCancel(c.Saga, c.Message)).ThenAsync(c => CancelledAsync(c, "before it was sent to the ERP")),
            Ignored(CancelDone), Ignored(CancelRefused));
        During([Expecting, Screening, OnHold],
            When(CancelledInStore).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => SeeCancel(c.Saga, c.Message)).ThenAsync(c => CancelledAsync(c, "before it was sent to the ERP"))));

        // A submission may be under way, or an earlier one may have gone through unseen: the ERP's side looks.
        During([Submitting, Rejected, Submitted],
            When(CancelledInStore).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => SeeCancel(c.Saga, c.Message))
                .IfElse(c => c.Saga.ErpOrder is not null && c.Saga.ErpStatus == ErpOrderStatus.Cancelled,
                    both => both.ThenAsync(c => CancelledOnBothAsync(c)),
                    shopOnly => shopOnly
                        .ThenAsync(c => c.SendAsync(
                            Outgoing.Cancel(c.Saga), Outgoing.Activity(c.Saga, Now, "Cancelled in the shop; cancelling it in the ERP.", RecordStates.InProgress)))
                        .TransitionTo(Cancelling))));

        During([PartlyShipped, Shipped, Completed],
            When(CancelledInStore).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => SeeCancel(c.Saga, c.Message))
                .ThenAsync(c => AskAboutCancelAsync(c, [new Reason("", "The shop cancelled the order after goods had left.")]))));

        During(Cancelling,
            When(CancelDone)
                .ThenAsync(c => CancelledAsync(c, c.Message.WasInErp ? "in the shop and in the ERP" : "before it was in the ERP"))
                .ThenAsync(LookIfTakenBackAsync),
            When(CancelRefused)
                .TransitionTo(Submitted)
                .ThenAsync(CancelRefusedAsync)
                .ThenAsync(c => ShowFulfilmentAsync(c)),
            // The submission won the race: now the ERP's number is known, so cancel that.
            When(Accepted).Then(c => c.Saga.ErpOrder = c.Message.ErpOrder).ThenAsync(c => c.SendAsync(Outgoing.Cancel(c.Saga))),
            Ignored(Refused), Ignored(Resubmit),
            When(CancelledInStore).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.Then(c => SeeCancel(c.Saga, c.Message))),
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).Then(c => c.Saga.TakenBack = true)));

        During(Cancelled,
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.ThenAsync(ReviveAsync)),
            When(CancelledInStore).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.Then(c => SeeCancel(c.Saga, c.Message))),
            When(Accepted).Then(c => c.Saga.ErpOrder = c.Message.ErpOrder)
                .ThenAsync(c => c.SendAsync(Outgoing.Cancel(c.Saga)))
                .TransitionTo(Cancelling),
            Ignored(Refused), Ignored(Resubmit), Ignored(CancelDone), Ignored(CancelRefused));

        During([Expecting, Screening, OnHold, Submitting, Submitted, PartlyShipped, Shipped, Completed, Rejected],
            Ignored(CancelDone), Ignored(CancelRefused));
    }

    private static void SeeCancel(OrderSaga saga, OrderCancelledInStore message)
    {
        saga.StoreSequence = message.Sequence;
        (saga.CancelReason, saga.TakenBack, saga.Reopening) = (message.Reason, false, false);
        if (saga.Number.Length == 0) saga.Number = message.Number;
    }

    private async Task CancelledAsync<T>(BehaviorContext<OrderSaga, T> context, string where) where T : class
    {
        await context.CancelTimerAsync(Outgoing.SubmitTimer(context.Saga));
        await SettleAsync(context, "The order is cancelled.");
        await context.SendAsync(Outgoing.Activity(context.Saga, Now, $"Cancelled {where}.", RecordStates.Cancelled));
        await context.TransitionToState(Cancelled);
    }

    private async Task CancelRefusedAsync(BehaviorContext<OrderSaga, SalesOrderCancelRefused> context)
    {
        if (!context.Saga.TakenBack)
        {
            await AskAboutCancelAsync(context, context.Message.Reasons);
            return;
        }

        context.Saga.CancelReason = "";
        await LookIfTakenBackAsync(context);
    }

    /// <summary>The shop took its cancellation back before the answer came: what it shows now is read afresh and acted on.</summary>
    private static async Task LookIfTakenBackAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        if (!context.Saga.TakenBack) return;
        context.Saga.TakenBack = false;
        await context.SendAsync(Outgoing.Reread(context.Saga, "the cancellation that was taken back"));
    }

    private async Task AskAboutCancelAsync<T>(BehaviorContext<OrderSaga, T> context, IReadOnlyList<Reason> reasons) where T : class =>
        await context.SendAsync(
            Outgoing.Activity(context.Saga, Now, "Cancelled in the shop, but the ERP will not cancel it.", RecordStates.Attention),
            Outgoing.Attention(context.Saga, Now, AttentionClasses.CancelRefused, reasons,
                "Take the goods back in the ERP, or undo the cancellation in the shop.", retry: false));

    private async Task ReviveAsync(BehaviorContext<OrderSaga, OrderChanged> context)
    {
        var saga = context.Saga;
        See(saga, context.Message.Sequence, context.Message.Order);
        // Cancelled by the ERP only: a reading from before the shop showed it is no wish of the shop's.
        if (saga.CancelReason.Length == 0) return;
        saga.CancelReason = "";
        if (saga.ErpOrder is null)
        {
            await ScreenAsync(context, context.Message.Order);
            return;
        }

        saga.ErpStatus = ErpOrderStatus.Unknown;
        await context.SendAsync(Outgoing.Activity(saga, Now, $"The shop took the cancellation back; opening order {saga.ErpOrder.Number} in the ERP again.", RecordStates.InProgress));
        await context.TransitionToState(Submitted);
        await AmendAsync(context, context.Message.Order, reopen: true);
    }
}
