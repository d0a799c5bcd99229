using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Mapping.Flows;
using Integration.Platform.Sagas;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private static readonly TimeSpan UsualSubmit = TimeSpan.FromMinutes(30);

    private void Submission()
    {
        During(Submitting,
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.ThenAsync(SnapshotWhileSubmittingAsync)),
            When(Accepted).ThenAsync(AcceptAsync),
            When(Refused).ThenAsync(RefuseAsync),
            When(Resubmit).ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)),
            When(DeadlinePassed).If(c => c.Message.Deadline == FlowDeadlines.Submit && c.Message.Attempt == c.Saga.Attempt, x => x.ThenAsync(RemindAsync)));

        // Accepted although we had given the order up: the ERP has it, and that is what counts.
        During(Rejected, When(Accepted).ThenAsync(AcceptAsync));
        During([Expecting, Screening, OnHold], When(Accepted).ThenAsync(AcceptAsync));
        Initially(When(Accepted).ThenAsync(AcceptAsync), When(Refused).ThenAsync(RefuseAsync));

        During([Submitted, PartlyShipped, Shipped, Completed],
            Ignored(Accepted), Ignored(Refused), Ignored(Resubmit));
        During([Expecting, Screening, OnHold], Ignored(Refused), Ignored(Resubmit));
        During(Rejected, Ignored(Refused));
        DuringAny(Ignored(DeadlinePassed));
    }

    private async Task SubmitAsync<T>(BehaviorContext<OrderSaga, T> context, Order order) where T : class
    {
        var saga = context.Saga;
        saga.Attempt++;
        saga.AwaitingSnapshot = false;
        (saga.SubmittedContent, saga.Submitted) = (saga.Content, saga.Present);
        await context.SendAsync(
            Outgoing.Submit(saga, order),
            Outgoing.SubmitDeadline(saga, Now + SubmitDeadline(saga)));
        await context.TransitionToState(Submitting);
    }

    private TimeSpan SubmitDeadline(OrderSaga saga) => _screening.Deadline(saga.Pair, FlowDeadlines.Submit) ?? UsualSubmit;

    private async Task SnapshotWhileSubmittingAsync(BehaviorContext<OrderSaga, OrderChanged> context)
    {
        See(context.Saga, context.Message.Sequence, context.Message.Order);
        if (context.Saga.AwaitingSnapshot) await ScreenAsync(context, context.Message.Order);
    }

    private async Task AcceptAsync(BehaviorContext<OrderSaga, SalesOrderAccepted> context)
    {
        var saga = context.Saga;
        saga.ErpOrder = context.Message.ErpOrder;
        saga.Reference = context.Message.Reference;
        saga.AwaitingSnapshot = false;
        await context.CancelTimerAsync(Outgoing.SubmitTimer(saga));
        await context.SendAsync(new Outgoing(Queues.OrdersStatus(saga.Pair), new WriteErpNumber(saga.Key(), saga.Number, saga.ErpOrder.Number)));
        await SettleAsync(context, "The ERP has the order.");
        await context.TransitionToState(Submitted);
        // Edited meanwhile: the order travels in messages only, so a fresh one is read, and the ERP's follows it.
        if (saga.SubmittedContent.Length > 0 && saga.Content != saga.SubmittedContent) await context.SendAsync(Outgoing.Reread(saga, "the edit in the shop"));
        if (context.Message.Status != ErpOrderStatus.Unknown && saga.ErpSequence == 0) (saga.ErpSequence, saga.ErpStatus, saga.ErpWord) = (1, context.Message.Status, context.Message.ErpStatus);
        // That it is open goes without saying.
        saga.ErpMoved = saga.ErpStatus is not (ErpOrderStatus.Unknown or ErpOrderStatus.Open);
        await ErpMovedAsync(context);
    }

    private async Task RefuseAsync(BehaviorContext<OrderSaga, SalesOrderRejected> context)
    {
        var saga = context.Saga;
        await context.CancelTimerAsync(Outgoing.SubmitTimer(saga));
        await context.SendAsync(Outgoing.Attention(saga, Now, context.Message.Class, context.Message.Reasons, AdviceFor(context.Message.Class), retry: true));
        await context.TransitionToState(Rejected);
    }

    private async Task SettleAsync<T>(BehaviorContext<OrderSaga, T> context, string why) where T : class
    {
        if (!context.Saga.NeedsPerson) return;
        context.Saga.NeedsPerson = false;
        await context.SendAsync(Outgoing.Settled(context.Saga, Now, why));
    }

    /// <summary>No answer in time: a person is told, and the order is sent again, which the effect's claim makes safe.</summary>
    private async Task RemindAsync(BehaviorContext<OrderSaga, OrderDeadlinePassed> context)
    {
        var saga = context.Saga;
        if (saga.AwaitingSnapshot && (saga.AwaitsLane || !_screening.IsOn(saga.Pair)))
        {
            // Nothing is late: the lane is off, or was until a moment ago. Switched on, it has the whole time again.
            saga.AwaitsLane = !_screening.IsOn(saga.Pair);
            await context.SendAsync(Outgoing.SubmitDeadline(saga, Now + SubmitDeadline(saga)));
            return;
        }

        await context.SendAsync(Outgoing.Attention(saga, Now, AttentionClasses.Overdue,
            [new Reason("", "The ERP's side has not answered within the deadline.")],
            "Look at the connection's state. The order is sent again by itself; it will not be written twice.", retry: true));
        await SubmitFreshAsync(context, "the deadline");
    }

    private static string AdviceFor(string attentionClass) => attentionClass switch
    {
        AttentionClasses.UnmappedCode => "Add the missing code to the pair's lookup: all orders that wait for it are then sent again by themselves.",
        AttentionClasses.RejectedByErp => "Mend in the ERP what the reasons name (such as a missing item), then retry.",
        AttentionClasses.Differs => "An order with this reference stands in the ERP with other content. Compare the two; a retry updates that order and never creates a second one.",
        AttentionClasses.MappingFailed => "Correct the mapping rule that the reason names: all orders that wait for it are then sent again by themselves.",
        _ => "Mend what the reasons name, then retry.",
    };
}
