using Integration.Contracts.Orders;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Placing()
    {
        Initially(
            When(Placed).Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order)),
            When(Changed).Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order)),
            Ignored(StorefrontUpdated), Ignored(Release), Ignored(Resubmit), Ignored(DeadlinePassed), Ignored(Screened), Ignored(RulesChanged));

        During(Expecting,
            When(Placed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order))),
            When(Changed).If(c => IsNewer(c.Saga, c.Message.Sequence), x => x
                .Then(c => See(c.Saga, c.Message.Sequence, c.Message.Order)).ThenAsync(c => ScreenAsync(c, c.Message.Order))));

        // A second "placed" can only be an older or repeated snapshot.
        DuringAny(Ignored(Placed), Ignored(StorefrontUpdated), Ignored(ChangedInErp));
    }

    private EventActivities<OrderSaga> Ignored<T>(Event<T> @event) where T : class => Ignore(@event);

    private static bool IsNewer(OrderSaga saga, long sequence) => sequence > saga.StoreSequence;

    private static void See(OrderSaga saga, long sequence, Order order)
    {
        saga.StoreSequence = sequence;
        saga.Number = order.Number;
        saga.Reference = order.Reference;
        saga.Content = OrderContent.Digest(order);
        saga.Present = OrderOutline.Of(order);
        saga.IsPaid = order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.PartlyPaid;
        saga.OrderedQuantity = order.Lines.Sum(line => line.Quantity);
    }
}
