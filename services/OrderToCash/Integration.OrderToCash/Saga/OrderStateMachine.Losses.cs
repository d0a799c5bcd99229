using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    /// <summary>
    /// A reconciliation found that the ERP has not got the order. It is read afresh and goes its way again from where nothing has left yet; goods that
    /// left, holds and refusals are for a person.
    /// </summary>
    private void Losses()
    {
        // Never seen here: the gateway is asked to look, and what it finds begins as usual.
        Initially(When(Lost).ThenAsync(c => c.SendAsync(Outgoing.Reread(c.Saga, c.Message.Operator))));
        During(Submitted, When(Lost).ThenAsync(SubmitLostAsync));
        During([Expecting, Submitting], When(Lost).ThenAsync(c => SubmitFreshAsync(c, c.Message.Operator)));
        During([Screening, OnHold, Rejected, Cancelling, Cancelled, PartlyShipped, Shipped, Completed], Ignored(Lost));
    }

    private async Task SubmitLostAsync(BehaviorContext<OrderSaga, SalesOrderLost> context)
    {
        var saga = context.Saga;
        await context.SendAsync(Outgoing.Activity(saga, Now, $"Order {saga.ErpOrder?.Number} is gone from the ERP.", RecordStates.InProgress));
        saga.ErpOrder = null;
        await SubmitFreshAsync(context, context.Message.Operator);
    }
}
