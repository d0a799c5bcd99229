using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using MassTransit;

namespace Integration.OrderToCash.Saga;

public sealed partial class OrderStateMachine
{
    private const string InvoicedRow = "invoiced";

    private void Fulfilling()
    {
        // Facts of the ERP that overtake the order, or its acceptance, are kept and shown once the ERP's number is known.
        Initially(
            When(Shipment).Then(c => SeeShipment(c.Saga, c.Message)).TransitionTo(Expecting),
            When(ChangedInErp).Then(c => SeeErp(c.Saga, c.Message)).TransitionTo(Expecting),
            When(Invoice).Then(c => SeeInvoice(c.Saga, c.Message)).TransitionTo(Expecting));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling], When(ChangedInErp).Then(c => SeeErp(c.Saga, c.Message)));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling, Cancelled],
            When(Shipment).Then(c => SeeShipment(c.Saga, c.Message)),
            When(Invoice).Then(c => SeeInvoice(c.Saga, c.Message)));

        During([Submitted, PartlyShipped, Shipped, Completed],
            When(Shipment).If(c => SeeShipment(c.Saga, c.Message), x => x.ThenAsync(c => ShowFulfilmentAsync(c))),
            When(Invoice).If(c => SeeInvoice(c.Saga, c.Message), x => x.ThenAsync(c => ShowFulfilmentAsync(c))));
    }

    private static bool SeeInvoice(OrderSaga saga, InvoicePosted posted)
    {
        if (saga.Invoices.Contains(posted.Number)) return false;
        saga.Invoices.Add(posted.Number);
        return true;
    }

    /// <summary>Sends the storefront what it does not show yet, and moves along the spine, or back where the ERP took a shipment back.</summary>
    private async Task ShowFulfilmentAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        await TellInvoicesAsync(context);
        if (saga.Shipments.Count == 0) return;
        await SendTrackingAsync(context);
        await TellStaleTrackingAsync(context);

        var (shipped, any) = (saga.IsFullyShipped(), saga.ShippedQuantity() > 0);
        var status = shipped ? FulfilmentStatus.Shipped : any ? FulfilmentStatus.PartlyShipped : FulfilmentStatus.Processing;
        var returned = await ShowReturnAsync(context);
        if (!returned && saga.StatusSent != status && (any || saga.StatusSent is FulfilmentStatus.Shipped or FulfilmentStatus.PartlyShipped))
        {
            var back = saga.StatusSent == FulfilmentStatus.Shipped;
            saga.StatusSent = status;
            saga.InvoicedSent = false;
            saga.StatusRevision++;
            await context.SendAsync(
                new Outgoing(Queues.OrdersStatus(saga.Pair), new SetFulfilmentStatus(saga.Key(), saga.Number, status, saga.StatusRevision)),
                Outgoing.Activity(saga, Now, !any ? "Nothing is shipped any more." : shipped ? "Everything is shipped." : back ? "Not everything is shipped any more." : "A part is shipped.",
                    shipped ? RecordStates.Shipped : any ? RecordStates.PartlyShipped : RecordStates.InErp, "status"));
        }

        if (shipped && saga.Invoices.Count > 0) await ShowInvoicedAsync(context);
        await context.TransitionToState(!any ? Submitted : !shipped ? PartlyShipped : saga.Invoices.Count > 0 ? Completed : Shipped);
    }

    private async Task TellInvoicesAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (saga.InvoicesTold >= saga.Invoices.Count) return;
        await context.SendAsync(Outgoing.Activity(saga, Now, $"Invoiced: {string.Join(", ", saga.Invoices.Skip(saga.InvoicesTold))}."));
        saga.InvoicesTold = saga.Invoices.Count;
    }

    private async Task ShowInvoicedAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        if (!saga.InvoicedSent && saga.ReturnStatus == FulfilmentStatus.Unknown)
        {
            saga.InvoicedSent = true;
            saga.StatusRevision++;
            await context.SendAsync(new Outgoing(Queues.OrdersStatus(saga.Pair),
                new SetFulfilmentStatus(saga.Key(), saga.Number, FulfilmentStatus.Shipped, saga.StatusRevision) { Row = InvoicedRow }));
        }

        if (saga.CurrentState != Completed.Name) await context.SendAsync(Outgoing.Activity(saga, Now, "Shipped and invoiced.", RecordStates.Completed));
    }

    private static async Task SendTrackingAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        foreach (var (number, shipment) in saga.Shipments.Where(entry => !entry.Value.IsWithdrawn).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList())
        {
            if (shipment.TrackingSent == shipment.TrackingNumbers.Count) continue;
            saga.Shipments[number] = shipment with { TrackingSent = shipment.TrackingNumbers.Count, Told = [.. shipment.Told.Union(shipment.TrackingNumbers, StringComparer.Ordinal)] };
            await context.SendAsync(new Outgoing(
                Queues.OrdersStatus(saga.Pair), new AddTracking(saga.Key(), saga.Number, number, shipment.TrackingNumbers) { Carrier = shipment.Carrier }));
        }
    }
}
