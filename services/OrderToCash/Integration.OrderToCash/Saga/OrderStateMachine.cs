using Integration.Contracts.OrderToCash;
using Integration.Contracts.Returns;
using Integration.OrderToCash.Screening;
using MassTransit;

namespace Integration.OrderToCash.Saga;

/// <summary>
/// The order-to-cash saga: Expecting ▶ Screening ▶ [OnHold] ▶ Submitting ▶ Submitted ▶ PartlyShipped ▶ Shipped ▶ Completed, with
/// Rejected, Cancelling and Cancelled beside the spine. Every message it sends goes through the outbox and commits with its state.
/// Messages may arrive in any order and any number of times: older snapshots are ignored by sequence, facts that come before the
/// order are kept until it comes.
/// </summary>
public sealed partial class OrderStateMachine : MassTransitStateMachine<OrderSaga>
{
    private readonly IScreening _screening;
    private readonly ScreeningPause _pause;
    private readonly TimeProvider _clock;

    /// <summary>Defines the machine.</summary>
    /// <param name="screening">Screens orders by the pair's flow document.</param>
    /// <param name="pause">The pause of the screening when a rule stops order after order.</param>
    /// <param name="clock">The clock of deadlines and timeline entries.</param>
    internal OrderStateMachine(IScreening screening, ScreeningPause pause, TimeProvider clock)
    {
        _screening = screening;
        _pause = pause;
        _clock = clock;
        InstanceState(saga => saga.CurrentState);
        CorrelateByOrder();
        Placing();
        ScreeningOrders();
        Holding();
        RuleChanges();
        Submission();
        Amending();
        Fulfilling();
        Returning();
        Corrections();
        ErpEdits();
        Cancellation();
        Deadlines();
        Losses();
    }

    /// <summary>Something about the order came before the order itself.</summary>
    public State Expecting { get; private set; } = null!;

    /// <summary>Waiting for an external screening.</summary>
    public State Screening { get; private set; } = null!;

    /// <summary>Held by a rule until a person releases it.</summary>
    public State OnHold { get; private set; } = null!;

    /// <summary>Sent to the ERP's adapter, no answer yet.</summary>
    public State Submitting { get; private set; } = null!;

    /// <summary>The ERP has it.</summary>
    public State Submitted { get; private set; } = null!;

    /// <summary>A part has left.</summary>
    public State PartlyShipped { get; private set; } = null!;

    /// <summary>Everything has left.</summary>
    public State Shipped { get; private set; } = null!;

    /// <summary>Shipped and invoiced.</summary>
    public State Completed { get; private set; } = null!;

    /// <summary>Cancelled in the shop, not yet in the ERP.</summary>
    public State Cancelling { get; private set; } = null!;

    /// <summary>Cancelled.</summary>
    public State Cancelled { get; private set; } = null!;

    /// <summary>Refused; on the attention list.</summary>
    public State Rejected { get; private set; } = null!;

    /// <summary>The gateway read the order for the first time.</summary>
    public Event<OrderPlaced> Placed { get; private set; } = null!;

    /// <summary>The gateway read it again.</summary>
    public Event<OrderChanged> Changed { get; private set; } = null!;

    /// <summary>The shop cancelled it.</summary>
    public Event<OrderCancelledInStore> CancelledInStore { get; private set; } = null!;

    /// <summary>An external screening answered.</summary>
    public Event<OrderScreened> Screened { get; private set; } = null!;

    /// <summary>The ERP has it.</summary>
    public Event<SalesOrderAccepted> Accepted { get; private set; } = null!;

    /// <summary>The ERP refused it.</summary>
    public Event<SalesOrderRejected> Refused { get; private set; } = null!;

    /// <summary>The ERP cancelled it.</summary>
    public Event<SalesOrderCancelled> CancelDone { get; private set; } = null!;

    /// <summary>The ERP would not cancel it.</summary>
    public Event<SalesOrderCancelRefused> CancelRefused { get; private set; } = null!;

    /// <summary>The ERP's order follows an edit in the shop.</summary>
    public Event<SalesOrderAmended> Amended { get; private set; } = null!;

    /// <summary>The ERP's order does not follow an edit in the shop.</summary>
    public Event<SalesOrderAmendRefused> AmendRefused { get; private set; } = null!;

    /// <summary>The ERP took a shipment back.</summary>
    public Event<ShipmentWithdrawn> Withdrawn { get; private set; } = null!;

    /// <summary>The ERP's order moved.</summary>
    public Event<OrderChangedInErp> ChangedInErp { get; private set; } = null!;

    /// <summary>The ERP confirmed a shipment.</summary>
    public Event<ShipmentPosted> Shipment { get; private set; } = null!;

    /// <summary>The ERP released an invoice.</summary>
    public Event<InvoicePosted> Invoice { get; private set; } = null!;

    /// <summary>Goods came back.</summary>
    public Event<OrderReturned> Returned { get; private set; } = null!;

    /// <summary>The storefront took a write.</summary>
    public Event<StorefrontOrderUpdated> StorefrontUpdated { get; private set; } = null!;

    /// <summary>An operator releases a held order.</summary>
    public Event<ReleaseOrder> Release { get; private set; } = null!;

    /// <summary>An operator sends a refused order again.</summary>
    public Event<ResubmitOrder> Resubmit { get; private set; } = null!;

    /// <summary>The ERP has lost it.</summary>
    public Event<SalesOrderLost> Lost { get; private set; } = null!;

    /// <summary>The rules changed since they stopped it.</summary>
    public Event<ScreenOrderAgain> RulesChanged { get; private set; } = null!;

    /// <summary>A deadline passed.</summary>
    public Event<OrderDeadlinePassed> DeadlinePassed { get; private set; } = null!;

    private DateTimeOffset Now => _clock.GetUtcNow();
}
