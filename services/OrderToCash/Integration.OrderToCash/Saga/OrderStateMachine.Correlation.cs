using Integration.Contracts.Orders;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void CorrelateByOrder()
    {
        ByOrder(Placed, e => Event(() => Placed, e));
        ByOrder(Changed, e => Event(() => Changed, e));
        ByOrder(CancelledInStore, e => Event(() => CancelledInStore, e));
        ByOrder(Screened, e => Event(() => Screened, e));
        ByOrder(Accepted, e => Event(() => Accepted, e));
        ByOrder(Refused, e => Event(() => Refused, e));
        ByOrder(CancelDone, e => Event(() => CancelDone, e));
        ByOrder(CancelRefused, e => Event(() => CancelRefused, e));
        ByOrder(Amended, e => Event(() => Amended, e));
        ByOrder(AmendRefused, e => Event(() => AmendRefused, e));
        ByOrder(Withdrawn, e => Event(() => Withdrawn, e));
        ByOrder(ChangedInErp, e => Event(() => ChangedInErp, e));
        ByOrder(Shipment, e => Event(() => Shipment, e));
        ByOrder(Invoice, e => Event(() => Invoice, e));
        ByOrder(Returned, e => Event(() => Returned, e));
        ByOrder(StorefrontUpdated, e => Event(() => StorefrontUpdated, e));
        ByOrder(Release, e => Event(() => Release, e));
        ByOrder(Resubmit, e => Event(() => Resubmit, e));
        ByOrder(Lost, e => Event(() => Lost, e));
        ByOrder(RulesChanged, e => Event(() => RulesChanged, e));
        ByOrder(DeadlinePassed, e => Event(() => DeadlinePassed, e));
    }

    /// <summary>
    /// Any message may be the first one that arrives, so each may make the saga; the repository inserts it before the behaviour runs,
    /// which settles races between first messages.
    /// </summary>
    private static void ByOrder<T>(Event<T> _, Action<Action<IEventCorrelationConfigurator<OrderSaga, T>>> declare)
        where T : class, IOrderMessage => declare(e =>
        {
            e.CorrelateById(context => context.Message.Key.SagaId());
            e.InsertOnInitial = true;
            e.SetSagaFactory(context => new OrderSaga
            {
                CorrelationId = context.Message.Key.SagaId(),
                Pair = context.Message.Key.Pair,
                OrderId = context.Message.Key.OrderId,
            });
        });
}
