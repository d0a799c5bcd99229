using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>Shipments as the ERP's warehouse confirms, corrects, opens again or deletes them.</summary>
public sealed partial class OrderStateMachine
{
    private void Corrections()
    {
        Initially(When(Withdrawn).Then(c => SeeWithdrawn(c.Saga, c.Message)).TransitionTo(Expecting));
        During([Expecting, Screening, OnHold, Submitting, Rejected, Cancelling, Cancelled], When(Withdrawn).Then(c => SeeWithdrawn(c.Saga, c.Message)));
        During([Submitted, PartlyShipped, Shipped, Completed],
            When(Withdrawn).If(c => SeeWithdrawn(c.Saga, c.Message), x => x.ThenAsync(WithdrawnAsync)));
    }

    private static bool SeeShipment(OrderSaga saga, ShipmentPosted posted)
    {
        var known = saga.Shipments.GetValueOrDefault(posted.Shipment.Number);
        if (known is not null && known.Sequence >= posted.Sequence) return false;
        var tracking = posted.Shipment.TrackingNumbers;
        saga.Shipments[posted.Shipment.Number] = new ShipmentSeen(
            posted.Sequence, posted.Shipment.Lines.Sum(line => line.Quantity), tracking,
            known is not null && known.TrackingNumbers.SequenceEqual(tracking) ? known.TrackingSent : 0)
        {
            Carrier = posted.Shipment.Carrier,
            Told = known?.Told ?? [],
        };
        return true;
    }

    private static bool SeeWithdrawn(OrderSaga saga, ShipmentWithdrawn withdrawn)
    {
        var known = saga.Shipments.GetValueOrDefault(withdrawn.Number);
        if (known is not null && known.Sequence >= withdrawn.Sequence) return false;
        // Kept, so that an older confirmation that comes late does not bring it back, and the same number again is no second shipment.
        saga.Shipments[withdrawn.Number] = (known ?? new ShipmentSeen(0, 0, [], 0)) with { Sequence = withdrawn.Sequence, Quantity = 0, IsWithdrawn = true };
        return true;
    }

    private async Task WithdrawnAsync(BehaviorContext<OrderSaga, ShipmentWithdrawn> context)
    {
        await context.SendAsync(Outgoing.Activity(context.Saga, Now, $"Shipment {context.Message.Number}: {context.Message.Reason}"));
        await ShowFulfilmentAsync(context);
    }

    /// <summary>Tracking numbers that the customer was told and that no confirmed shipment carries any more are told to a person; back again, they are settled.</summary>
    private async Task TellStaleTrackingAsync<T>(BehaviorContext<OrderSaga, T> context) where T : class
    {
        var saga = context.Saga;
        var valid = saga.Shipments.Values.Where(shipment => !shipment.IsWithdrawn).SelectMany(shipment => shipment.TrackingNumbers).ToHashSet(StringComparer.Ordinal);
        var stale = saga.Shipments.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Told.Where(number => !valid.Contains(number)).Select(number => new Reason(entry.Key, Stale(number, entry.Value)))).ToList();
        var words = string.Join(" ", stale.Select(reason => reason.Message));
        if (words == saga.StaleTracking) return;
        saga.StaleTracking = words;
        await context.SendAsync(stale.Count == 0
            ? Outgoing.Cleared(saga, Now, AttentionClasses.ShipmentCorrected, "The ERP's shipments carry what the customer was told.")
            : Outgoing.Attention(saga, Now, AttentionClasses.ShipmentCorrected, stale,
                "Take the tracking number off the order in the shop and tell the customer, unless the shipment is confirmed with it again.", retry: false));
    }

    private static string Stale(string number, ShipmentSeen shipment) => shipment.IsWithdrawn
        ? $"The customer was told tracking number {number}; its shipment is not confirmed any more."
        : $"The customer was told tracking number {number}; the shipment carries {(shipment.TrackingNumbers.Count == 0 ? "none" : string.Join(", ", shipment.TrackingNumbers))} now.";
}
