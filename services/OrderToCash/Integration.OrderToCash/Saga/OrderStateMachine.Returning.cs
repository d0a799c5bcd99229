using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Returning()
    {
        Initially(When(Returned).Then(c => SeeReturn(c.Saga, c.Message)).TransitionTo(Expecting));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling, Cancelled], When(Returned).Then(c => SeeReturn(c.Saga, c.Message)));
        During([Submitted, PartlyShipped, Shipped, Completed], When(Returned).If(c => SeeReturn(c.Saga, c.Message), x => x.ThenAsync(c => ShowReturnAsync(c))));
    }

    private static bool SeeReturn(OrderSaga saga, OrderReturned returned)
    {
        if (returned.Revision <= saga.ReturnRevision) return false;
        saga.ReturnRevision = returned.Revision;
        saga.ReturnStatus = returned.Status;
        return true;
    }

    /// <summary>Sends the storefront that goods came back; true when that is what it shows from now on, whatever else is shipped.</summary>
    private async Task<bool> ShowReturnAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.ReturnStatus == FulfilmentStatus.Unknown) return false;
        if (saga.StatusSent == saga.ReturnStatus) return true;
        saga.StatusSent = saga.ReturnStatus;
        saga.StatusRevision++;
        await context.SendAsync(
            new Outgoing(Queues.OrdersStatus(saga.Pair), new SetFulfilmentStatus(saga.Key(), saga.Number, saga.ReturnStatus, saga.StatusRevision)),
            Outgoing.Activity(saga, Now, saga.ReturnStatus == FulfilmentStatus.Returned ? "Everything came back." : "A part came back.", null, "returns"));
        return true;
    }
}
