using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>What people in the ERP do to an order: edit it, hold it for its credit, cancel it, open it again.</summary>
public sealed partial class OrderStateMachine
{
    private void ErpEdits()
    {
        During([Submitted, PartlyShipped, Shipped, Completed],
            When(ChangedInErp).If(c => SeeErp(c.Saga, c.Message), x => x.ThenAsync(ErpMovedAsync)),
            When(StorefrontUpdated).If(c => c.Message.Operation == StorefrontOperations.Cancelled && c.Saga.ErpStatus == ErpOrderStatus.Cancelled, x => x.ThenAsync(ShownCancelledAsync)));
        During(Cancelled, When(ChangedInErp).If(c => SeeErp(c.Saga, c.Message), x => x.ThenAsync(MovedAfterCancelAsync)));
    }

    private static bool SeeErp(OrderSaga saga, OrderChangedInErp changed)
    {
        if (changed.Sequence <= saga.ErpSequence) return false;
        saga.ErpSequence = changed.Sequence;
        saga.ErpMoved = saga.ErpWord != changed.ErpStatus;
        (saga.ErpWas, saga.ErpStatus, saga.ErpWord) = (saga.ErpStatus, changed.Status, changed.ErpStatus);
        saga.ErpEdits.AddRange(changed.Changes.Select(change => new Reason(change.Sku, change.InWords())));
        if (changed.Total is { } total)
        {
            saga.ErpEdits.Add(new Reason("total", total.InWords()));
            saga.ErpTotalMoved = true;
        }

        return true;
    }

    private async Task ErpMovedAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        await TellErpEditsAsync(context);
        // While an order is being opened again for the shop, an older reading may still say that it is cancelled.
        if (saga.ErpStatus == ErpOrderStatus.Cancelled && saga.Reopening) return;
        if (saga.ErpStatus == ErpOrderStatus.Cancelled)
        {
            if (saga.ErpMoved) await CancelledInErpAsync(context);
            return;
        }

        if (saga.Reopening && saga.AmendingContent.Length == 0 && saga.ErpStatus != ErpOrderStatus.Unknown)
        {
            saga.Reopening = false;
            await SettleAsync(context, "The ERP's order is open again.");
        }

        if (saga.ErpMoved) await TellErpStatusAsync(context);
        await ShowFulfilmentAsync(context);
    }

    private async Task TellErpStatusAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        await context.SendAsync(saga.ErpStatus switch
        {
            ErpOrderStatus.CreditHold => Outgoing.Activity(saga, Now,
                $"The ERP holds order {saga.ErpOrder?.Number} by its credit check. Nothing is retried: it goes on when people there let it go.", RecordStates.CreditHold),
            _ when saga.ErpWas == ErpOrderStatus.CreditHold => Outgoing.Activity(saga, Now, $"Let go by the credit check. In the ERP: {saga.ErpWord}.", RecordStates.InErp),
            _ => Outgoing.Activity(saga, Now, $"In the ERP: {saga.ErpWord}."),
        });
    }

    private async Task TellErpEditsAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.ErpEdits.Count == 0) return;
        IReadOnlyList<Reason> edits = [.. saga.ErpEdits];
        var words = OutlineDifferences.InWords(edits);
        var totalMoved = saga.ErpTotalMoved;
        (saga.ErpEdits, saga.ErpTotalMoved) = ([], false);
        await context.SendAsync(
            Outgoing.Activity(saga, Now, $"Changed in the ERP. {words}"),
            new Outgoing(Queues.OrdersStatus(saga.Pair), new AddOrderNote(saga.Key(), saga.Number, $"Changed in the ERP. {words}")));
        if (!totalMoved) return;
        await context.SendAsync(
            Outgoing.Activity(saga, Now, "The total in the ERP is no longer the shop's.", RecordStates.Attention),
            Outgoing.Attention(saga, Now, AttentionClasses.ChangedInErp, edits,
                "Give back or ask for the difference in the shop, or take the change back in the ERP; then mark this entry done.", retry: false));
    }

    private async Task CancelledInErpAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.CancelReason.Length > 0)
        {
            await CancelledAsync(context, "in the shop, and now in the ERP too");
            return;
        }

        saga.StatusRevision++;
        await context.SendAsync(
            new Outgoing(Queues.OrdersStatus(saga.Pair), new ShowOrderCancelled(saga.Key(), saga.Number, saga.StatusRevision)),
            Outgoing.Activity(saga, Now, $"Cancelled in the ERP ({saga.ErpWord}).", RecordStates.InProgress));
    }

    private async Task ShownCancelledAsync(BehaviorContext<OrderSaga, StorefrontOrderUpdated> context)
    {
        var saga = context.Saga;
        if (context.Message.Detail is not (StorefrontDetails.Observed or StorefrontDetails.Unsupported or StorefrontDetails.Unmapped))
        {
            await CancelledOnBothAsync(context);
            return;
        }

        await context.SendAsync(
            Outgoing.Activity(saga, Now, "Cancelled in the ERP, but not in the shop.", RecordStates.Attention),
            Outgoing.Attention(saga, Now, AttentionClasses.CancelledInErp,
                [new Reason("", $"Order {saga.ErpOrder?.Number} was cancelled in the ERP, but lives in the shop.")],
                "Cancel and refund the order in the shop, or enter it in the ERP again.", retry: false));
    }

    private async Task CancelledOnBothAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        await CancelledAsync(context, "in the ERP and in the shop");
        if (!saga.IsPaid) return;
        await context.SendAsync(Outgoing.Attention(saga, Now, AttentionClasses.CancelledInErp,
            [new Reason("", $"Order {saga.ErpOrder?.Number} was cancelled in the ERP; the customer has paid it.")],
            "Give the payment back in the shop, then mark this entry done.", retry: false));
    }

    private async Task MovedAfterCancelAsync(BehaviorContext<OrderSaga, OrderChangedInErp> context)
    {
        var saga = context.Saga;
        if (saga.ErpWas != ErpOrderStatus.Cancelled || saga.ErpStatus is ErpOrderStatus.Cancelled or ErpOrderStatus.Unknown) return;
        await context.SendAsync(
            Outgoing.Activity(saga, Now, $"Opened again in the ERP ({saga.ErpWord}), but cancelled in the shop.", RecordStates.Attention),
            Outgoing.Attention(saga, Now, AttentionClasses.ReopenedInErp,
                [new Reason("", $"Order {saga.ErpOrder?.Number} is {saga.ErpWord} in the ERP, but cancelled in the shop.")],
                "Take the cancellation back in the shop, or cancel the order in the ERP.", retry: false));
    }
}
