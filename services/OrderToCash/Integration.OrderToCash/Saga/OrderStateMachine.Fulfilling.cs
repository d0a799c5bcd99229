using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private void Fulfilling()
    {
        // Facts of the ERP that overtake the order, or its acceptance, are kept and shown once the ERP's number is known.
        Initially(
            When(Shipment).Then(c => SeeShipment(c.Saga, c.Message)).TransitionTo(Expecting),
            When(ChangedInErp).Then(c => SeeErp(c.Saga, c.Message)).TransitionTo(Expecting),
            When(Invoice).Then(c => SeeInvoice(c.Saga, c.Message)).TransitionTo(Expecting));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling, Cancelled],
            When(Shipment).Then(c => SeeShipment(c.Saga, c.Message)),
            When(ChangedInErp).Then(c => SeeErp(c.Saga, c.Message)),
            When(Invoice).Then(c => SeeInvoice(c.Saga, c.Message)));

        During([Submitted, PartlyShipped, Shipped, Completed],
            When(Shipment).If(c => SeeShipment(c.Saga, c.Message), x => x.ThenAsync(c => ShowFulfilmentAsync(c))),
            When(Invoice).If(c => SeeInvoice(c.Saga, c.Message), x => x.ThenAsync(c => ShowFulfilmentAsync(c))),
            When(ChangedInErp).If(c => SeeErp(c.Saga, c.Message), x => x.ThenAsync(ErpMovedAsync)));
    }

    private static bool SeeShipment(OrderSaga saga, ShipmentPosted posted)
    {
        var known = saga.Shipments.GetValueOrDefault(posted.Shipment.Number);
        if (known is not null && known.Sequence >= posted.Sequence) return false;
        saga.Shipments[posted.Shipment.Number] = new ShipmentSeen(
            posted.Sequence, posted.Shipment.Lines.Sum(line => line.Quantity), posted.Shipment.TrackingNumbers,
            known is not null && known.TrackingNumbers.SequenceEqual(posted.Shipment.TrackingNumbers) ? known.TrackingSent : 0);
        return true;
    }

    private static bool SeeInvoice(OrderSaga saga, InvoicePosted posted)
    {
        if (saga.Invoices.Contains(posted.Number)) return false;
        saga.Invoices.Add(posted.Number);
        return true;
    }

    private static bool SeeErp(OrderSaga saga, OrderChangedInErp changed)
    {
        if (changed.Sequence <= saga.ErpSequence) return false;
        saga.ErpSequence = changed.Sequence;
        saga.ErpStatus = changed.Status;
        return true;
    }

    private async Task ErpMovedAsync(BehaviorContext<OrderSaga, OrderChangedInErp> context)
    {
        var saga = context.Saga;
        await context.SendAsync(Outgoing.Activity(saga, Now, $"In the ERP: {context.Message.ErpStatus}."));
        if (saga.ErpStatus == ErpOrderStatus.Cancelled)
        {
            await context.SendAsync(
                Outgoing.Activity(saga, Now, "Cancelled in the ERP.", RecordStates.Attention),
                Outgoing.Attention(saga, Now, AttentionClasses.CancelledInErp,
                    [new Reason("", $"Order {saga.ErpOrder?.Number} was cancelled in the ERP, but lives in the shop.")],
                    "Cancel and refund the order in the shop, or enter it in the ERP again.", retry: false));
            return;
        }

        await ShowFulfilmentAsync(context);
    }

    /// <summary>Sends the storefront what it does not show yet, and moves along the spine.</summary>
    private async Task ShowFulfilmentAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.Shipments.Count == 0) return;
        await SendTrackingAsync(context);

        var shipped = saga.IsFullyShipped();
        var status = shipped ? FulfilmentStatus.Shipped : FulfilmentStatus.PartlyShipped;
        if (!await ShowReturnAsync(context) && saga.StatusSent != status)
        {
            saga.StatusSent = status;
            saga.StatusRevision++;
            await context.SendAsync(
                new Outgoing(Queues.OrdersStatus(saga.Pair), new SetFulfilmentStatus(saga.Key(), saga.Number, status, saga.StatusRevision)),
                Outgoing.Activity(saga, Now, shipped ? "Everything is shipped." : "A part is shipped.",
                    shipped ? RecordStates.Shipped : RecordStates.PartlyShipped, "status"));
        }

        if (shipped && saga.Invoices.Count > 0 && saga.CurrentState != Completed.Name)
        {
            await context.SendAsync(Outgoing.Activity(saga, Now, $"Invoiced: {string.Join(", ", saga.Invoices)}.", RecordStates.Completed));
        }

        await context.TransitionToState(!shipped ? PartlyShipped : saga.Invoices.Count > 0 ? Completed : Shipped);
    }

    private static async Task SendTrackingAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        foreach (var (number, shipment) in saga.Shipments.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList())
        {
            if (shipment.TrackingSent == shipment.TrackingNumbers.Count) continue;
            saga.Shipments[number] = shipment with { TrackingSent = shipment.TrackingNumbers.Count };
            await context.SendAsync(new Outgoing(
                Queues.OrdersStatus(saga.Pair), new AddTracking(saga.Key(), saga.Number, number, shipment.TrackingNumbers)));
        }
    }
}
