using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>An order edited in the shop after the ERP took it: the ERP's order follows while it can, else a person sees what differs.</summary>
public sealed partial class OrderStateMachine
{
    private void Amending()
    {
        During([Submitted, PartlyShipped, Shipped, Completed],
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x.ThenAsync(ChangedAfterSubmissionAsync)),
            When(Resubmit).If(c => c.Saga.RefusedContent.Length > 0, x => x
                .Then(c => c.Saga.RefusedContent = "")
                .ThenAsync(c => c.SendAsync(Outgoing.Reread(c.Saga, c.Message.Operator)))),
            When(Amended).If(IsPresentAmendment, x => x.ThenAsync(AmendedAsync)),
            When(AmendRefused).If(IsPresentRefusal, x => x.ThenAsync(AmendRefusedAsync)));

        // The shop cancelled again while the order was being opened again.
        During([Cancelling, Cancelled],
            When(Amended).If(IsPresentAmendment, x => x.Then(c => Follow(c.Saga))),
            When(AmendRefused).If(IsPresentRefusal, x => x.Then(c => (c.Saga.AmendingContent, c.Saga.Amending) = ("", null))),
            When(Amended).If(c => c.Message.Reopened, x => x
                .ThenAsync(c => c.SendAsync(Outgoing.Cancel(c.Saga)))
                .TransitionTo(Cancelling)));
        Initially(Ignored(Amended), Ignored(AmendRefused));
        DuringAny(Ignored(Amended), Ignored(AmendRefused));
    }

    private static bool IsPresentAmendment(BehaviorContext<OrderSaga, SalesOrderAmended> context) =>
        context.Message.Revision == context.Saga.Amendment && context.Saga.AmendingContent.Length > 0;

    private static bool IsPresentRefusal(BehaviorContext<OrderSaga, SalesOrderAmendRefused> context) =>
        context.Message.Revision == context.Saga.Amendment && context.Saga.AmendingContent.Length > 0;

    private static void Follow(OrderSaga saga)
    {
        (saga.SubmittedContent, saga.Submitted) = (saga.AmendingContent, saga.Amending);
        (saga.AmendingContent, saga.Amending) = ("", null);
    }

    private async Task ChangedAfterSubmissionAsync(BehaviorContext<OrderSaga, OrderChanged> context)
    {
        var saga = context.Saga;
        See(saga, context.Message.Sequence, context.Message.Order);
        if (saga.CancelReason.Length > 0)
        {
            // The ERP would not cancel, and now nobody wants it to.
            saga.CancelReason = "";
            await context.SendAsync(Outgoing.Cleared(saga, Now, AttentionClasses.CancelRefused, "The shop took the cancellation back."));
        }

        if (saga.SubmittedContent.Length == 0) return;
        var standing = saga.AmendingContent.Length > 0 ? saga.AmendingContent : saga.SubmittedContent;
        if (saga.Content != standing || (saga.Reopening && saga.AmendingContent.Length == 0))
        {
            if (saga.Content != saga.RefusedContent) await AmendAsync(context, context.Message.Order, saga.Reopening);
        }
        else if (saga.RefusedContent.Length > 0)
        {
            saga.RefusedContent = "";
            await ChangeSettledAsync(context, "The shop shows again what the ERP has.");
        }
    }

    private async Task AmendAsync(BehaviorContext<OrderSaga, OrderChanged> context, Order order, bool reopen)
    {
        var saga = context.Saga;
        var differences = OutlineDifferences.Between(saga.Submitted, saga.Present);
        var result = _screening.Screen(order);
        if (!saga.Released && result.Verdict != ScreeningVerdict.Pass)
        {
            saga.RefusedContent = saga.Content;
            await AskAboutChangeAsync(context, AttentionClasses.ChangedAfterSubmission, [.. differences, .. result.Reasons]);
            return;
        }

        saga.Amendment++;
        saga.Reopening = reopen;
        (saga.AmendingContent, saga.Amending, saga.RefusedContent) = (saga.Content, saga.Present, "");
        if (!reopen) await context.SendAsync(Outgoing.Activity(saga, Now, $"Changed in the shop after the ERP took it. {OutlineDifferences.InWords(differences)}"));
        await context.SendAsync(Outgoing.Amend(saga, result.Order, reopen));
    }

    private async Task AmendedAsync(BehaviorContext<OrderSaga, SalesOrderAmended> context)
    {
        var saga = context.Saga;
        Follow(saga);
        if (context.Message.Reopened)
        {
            saga.Reopening = false;
            saga.ErpStatus = ErpOrderStatus.Open;
            await SettleAsync(context, "The ERP's order is open again.");
            await context.SendAsync(Outgoing.Activity(saga, Now, $"Order {saga.ErpOrder?.Number} is open again in the ERP.", RecordStates.InErp));
        }

        await ChangeSettledAsync(context, "The ERP's order follows the shop's change.");
        await ShowFulfilmentAsync(context);
    }

    private async Task AmendRefusedAsync(BehaviorContext<OrderSaga, SalesOrderAmendRefused> context)
    {
        var (saga, message) = (context.Saga, context.Message);
        var differences = OutlineDifferences.Between(saga.Submitted, saga.Amending);
        (saga.RefusedContent, saga.AmendingContent, saga.Amending) = (saga.AmendingContent, "", null);
        if (message.Reopened)
        {
            saga.ErpStatus = ErpOrderStatus.Cancelled;
            await context.SendAsync(
                Outgoing.Activity(saga, Now, "The shop took the cancellation back, but the ERP does not open its order again.", RecordStates.Attention),
                Outgoing.Attention(saga, Now, AttentionClasses.CancelledInErp,
                    [new Reason("", $"The shop took the cancellation back; order {saga.ErpOrder?.Number} is cancelled in the ERP."), .. message.Reasons],
                    "Reopen the order in the ERP, then retry.", retry: true));
            return;
        }

        await AskAboutChangeAsync(context, message.Class, [.. differences, .. message.Reasons]);
    }

    private async Task AskAboutChangeAsync<T>(BehaviorContext<OrderSaga, T> context, string attentionClass, IReadOnlyList<Reason> reasons) where T : class
    {
        var saga = context.Saga;
        saga.ChangeClass = attentionClass;
        await context.SendAsync(
            Outgoing.Activity(saga, Now, $"Changed in the shop, but the ERP's order was not. {OutlineDifferences.InWords(reasons)}", RecordStates.Attention),
            Outgoing.Attention(saga, Now, attentionClass, reasons,
                $"Bring order {saga.ErpOrder?.Number} in the ERP to what the shop shows and mark this entry done, or mend what the last reasons name and retry.", retry: true));
    }

    private async Task ChangeSettledAsync<T>(BehaviorContext<OrderSaga, T> context, string why) where T : class
    {
        var saga = context.Saga;
        if (saga.ChangeClass.Length == 0) return;
        await context.SendAsync(Outgoing.Cleared(saga, Now, saga.ChangeClass, why), Outgoing.Activity(saga, Now, why, RecordStates.InErp));
        saga.ChangeClass = "";
    }
}
