using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.OrderToCash.Payments;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    /// <summary>
    /// Payments run beside the spine in every state: what a snapshot shows is remembered, and booked once the ERP's order is known. Must be declared
    /// after the spine, so that the spine has taken the same message first.
    /// </summary>
    private void PaymentsBeside()
    {
        Initially(
            When(Placed).ThenAsync(c => PaymentsSeenAsync(c, c.Message.Order)),
            When(Changed).ThenAsync(c => PaymentsSeenAsync(c, c.Message.Order)),
            When(Accepted).ThenAsync(BookPaymentsAsync));
        DuringAny(
            When(Changed).ThenAsync(c => PaymentsSeenAsync(c, c.Message.Order)),
            When(PaymentsOfCancelled).Then(c => PaymentBook.See(c.Saga.Payments, c.Message.Entries)).ThenAsync(BookPaymentsAsync),
            When(Posted).ThenAsync(PaymentPostedAsync),
            When(PaymentRefused).ThenAsync(PaymentRefusedAsync),
            When(PaymentRetried).ThenAsync(PaymentRetriedAsync));
        During(Expecting, When(Placed).ThenAsync(c => PaymentsSeenAsync(c, c.Message.Order)));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling, Cancelled], When(Accepted).ThenAsync(BookPaymentsAsync));
        Initially(Ignored(PaymentsOfCancelled), Ignored(Posted), Ignored(PaymentRefused), Ignored(PaymentRetried));
    }

    private async Task PaymentsSeenAsync<T>(BehaviorContext<OrderSaga, T> context, Order order) where T : class
    {
        var saga = context.Saga;
        PaymentBook.See(saga.Payments, PaymentEntries.Of(order));
        if (context.Message is OrderChanged changed && changed.Sequence == saga.StoreSequence)
        {
            foreach (var gone in PaymentBook.Withdrawn(saga.Payments, order)) await WithdrawnAsync(context, gone);
        }

        await BookPaymentsAsync(context);
    }

    private async Task BookPaymentsAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.ErpOrder is not { } erpOrder || saga.Payments.Count == 0 || !_payments.IsOn(saga.Pair)) return;
        foreach (var (seen, captures) in PaymentBook.Due(saga.Payments))
        {
            var sent = seen with { Stage = PaymentStage.Sent, Attempt = seen.Attempt + 1 };
            saga.Payments[PaymentBook.Find(saga.Payments, seen.Entry.Key)] = sent;
            await context.SendAsync(new Outgoing(
                Queues.Write(saga.Pair, PaymentLane), new PostPayment(saga.Key(), saga.Number, erpOrder, sent.Entry, captures, sent.Attempt)));
        }
    }

    private async Task PaymentPostedAsync(BehaviorContext<OrderSaga, PaymentPosted> context)
    {
        if (!Move(context.Saga, context.Message.PaymentKey, PaymentStage.Posted)) return;
        await BookPaymentsAsync(context);
    }

    private static Task PaymentRefusedAsync(BehaviorContext<OrderSaga, PaymentRefused> context)
    {
        // What the books show stays shown, whatever an overtaken answer says.
        var at = PaymentBook.Find(context.Saga.Payments, context.Message.PaymentKey);
        if (at >= 0 && context.Saga.Payments[at].Stage == PaymentStage.Sent) Move(context.Saga, context.Message.PaymentKey, PaymentStage.Refused);
        return Task.CompletedTask;
    }

    private async Task PaymentRetriedAsync(BehaviorContext<OrderSaga, RetryPayment> context)
    {
        var at = PaymentBook.Find(context.Saga.Payments, context.Message.PaymentKey);
        if (at < 0 || context.Saga.Payments[at].Stage == PaymentStage.Posted) return;
        Move(context.Saga, context.Message.PaymentKey, PaymentStage.Seen);
        await BookPaymentsAsync(context);
    }

    private async Task WithdrawnAsync<T>(BehaviorContext<OrderSaga, T> context, PaymentSeen gone) where T : class
    {
        var saga = context.Saga;
        await context.SendAsync(new Outgoing(Queues.Console, new AttentionRaised
        {
            Pair = saga.Pair,
            Lane = PaymentLane,
            Entity = Entities.Payment,
            RecordId = gone.Entry.Key,
            Number = saga.Number,
            Class = AttentionClasses.PaymentWithdrawn,
            Reasons = [new Reason("", $"The shop no longer shows {gone.Entry.Amount} {gone.Entry.Currency} by {gone.Entry.Method} ({gone.Entry.Key}), which the ERP's books hold.")],
            Advice = "If the payment was marked by mistake, void it in the ERP; if it was real, mark the order paid in the shop again. Then mark this entry done.",
            At = Now,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "",
        }));
    }

    private static bool Move(OrderSaga saga, string key, PaymentStage stage)
    {
        var at = PaymentBook.Find(saga.Payments, key);
        if (at < 0 || saga.Payments[at].Stage == stage) return false;
        saga.Payments[at] = saga.Payments[at] with { Stage = stage };
        return true;
    }
}
