using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.OrderToCash.Payments;
using Integration.Platform.Sagas;

namespace Integration.OrderToCash.Saga;

/// <summary>
/// What the saga remembers of one order. It holds no personal data: the order itself travels in messages, and a later submission
/// asks the gateway to read it afresh. The row is kept after the end, so that a late sweep never starts a second saga.
/// </summary>
public sealed class OrderSaga : IStoredSaga
{
    /// <summary>Version-5 UUID of pair and order id: <see cref="OrderKey.SagaId"/>.</summary>
    public Guid CorrelationId { get; set; }

    /// <summary>The state's name.</summary>
    public string CurrentState { get; set; } = "";

    /// <summary>The pair.</summary>
    public string Pair { get; set; } = "";

    /// <summary>The storefront's order id.</summary>
    public string OrderId { get; set; } = "";

    /// <summary>The order number; empty until a snapshot of the order was seen.</summary>
    public string Number { get; set; } = "";

    /// <summary>Our external reference in the ERP.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Sequence of the newest storefront snapshot seen; 0 before the first.</summary>
    public long StoreSequence { get; set; }

    /// <summary>Digest of what the ERP cares about in the newest snapshot: lines, amounts, addresses, shipping method.</summary>
    public string Content { get; set; } = "";

    /// <summary>Digest of what was last submitted.</summary>
    public string SubmittedContent { get; set; } = "";

    /// <summary>What the newest snapshot holds, without personal data.</summary>
    public OrderOutline? Present { get; set; }

    /// <summary>What the ERP was last given and took; null for orders submitted before this was kept.</summary>
    public OrderOutline? Submitted { get; set; }

    /// <summary>Number of the present amendment; 0 before the first.</summary>
    public int Amendment { get; set; }

    /// <summary>Digest of what the ERP's side was asked to bring its order to and has not answered; empty when nothing is out.</summary>
    public string AmendingContent { get; set; } = "";

    /// <summary>What it was asked to bring its order to.</summary>
    public OrderOutline? Amending { get; set; }

    /// <summary>Digest of the change that the ERP's order did not follow, so that nobody is told twice; empty when there is none.</summary>
    public string RefusedContent { get; set; } = "";

    /// <summary>Class of the attention entry about such a change; empty when none is open.</summary>
    public string ChangeClass { get; set; } = "";

    /// <summary>True while the ERP's side was asked to open a cancelled order again.</summary>
    public bool Reopening { get; set; }

    /// <summary>Sum of the ordered quantities.</summary>
    public decimal OrderedQuantity { get; set; }

    /// <summary>What the last screening asked for.</summary>
    public ScreeningVerdict Verdict { get; set; }

    /// <summary>Why it is held or refused, for operators.</summary>
    public IReadOnlyList<string> ScreeningReasons { get; set; } = [];

    /// <summary>The scores of the last answer of a scoring service, or null.</summary>
    public OrderScores? Scores { get; set; }

    /// <summary>True when a scoring service stopped it, or did not answer in time; false when a rule did.</summary>
    public bool StoppedByService { get; set; }

    /// <summary>True while a fresh snapshot was asked for because the rules changed.</summary>
    public bool ScreeningAgain { get; set; }

    /// <summary>Sequence of the snapshot that a scoring service was asked about and has not answered; 0 when none is out.</summary>
    public long AskedSequence { get; set; }

    /// <summary>Digest of what the scoring service was asked about last.</summary>
    public string AskedContent { get; set; } = "";

    /// <summary>Digest of what the scoring service let pass: an equal order is not asked about again.</summary>
    public string ScreenedContent { get; set; } = "";

    /// <summary>Rule → digest of the order when somebody was told because of it, so that nobody is told twice of the same.</summary>
    public Dictionary<string, string> Told { get; set; } = [];

    /// <summary>The deadline that runs for the present state; empty when none does.</summary>
    public string Watched { get; set; } = "";

    /// <summary>True while an overdue entry that belongs to the present state may be open.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>True once an operator released the order: rules do not hold it again.</summary>
    public bool Released { get; set; }

    /// <summary>Number of the current submission; 0 before the first.</summary>
    public int Attempt { get; set; }

    /// <summary>True while a fresh snapshot was asked for in order to submit it.</summary>
    public bool AwaitingSnapshot { get; set; }

    /// <summary>True when the lane was switched off while the fresh snapshot was asked for: it comes when the lane is on again.</summary>
    public bool AwaitsLane { get; set; }

    /// <summary>The ERP's order once accepted.</summary>
    public RecordRef? ErpOrder { get; set; }

    /// <summary>Sequence of the newest ERP snapshot seen.</summary>
    public long ErpSequence { get; set; }

    /// <summary>The ERP's status.</summary>
    public ErpOrderStatus ErpStatus { get; set; }

    /// <summary>The ERP's status before.</summary>
    public ErpOrderStatus ErpWas { get; set; }

    /// <summary>The ERP's own word for its status.</summary>
    public string ErpWord { get; set; } = "";

    /// <summary>True when the newest ERP snapshot moved the status and not only the lines.</summary>
    public bool ErpMoved { get; set; }

    /// <summary>What people in the ERP changed and nobody was told yet.</summary>
    public List<Reason> ErpEdits { get; set; } = [];

    /// <summary>True when the total is among it.</summary>
    public bool ErpTotalMoved { get; set; }

    /// <summary>Confirmed shipments by number.</summary>
    public Dictionary<string, ShipmentSeen> Shipments { get; set; } = [];

    /// <summary>Numbers of posted invoices.</summary>
    public List<string> Invoices { get; set; } = [];

    /// <summary>How many of them were told.</summary>
    public int InvoicesTold { get; set; }

    /// <summary>True once the storefront was asked to show that everything is invoiced.</summary>
    public bool InvoicedSent { get; set; }

    /// <summary>The open entry about tracking numbers that are not valid any more, in words; empty when there is none.</summary>
    public string StaleTracking { get; set; } = "";

    /// <summary>The fulfilment status last sent to the storefront.</summary>
    public FulfilmentStatus StatusSent { get; set; }

    /// <summary>Rises with every status sent, so that an older one never wins.</summary>
    public int StatusRevision { get; set; }

    /// <summary>What came back, as it is to be shown; unknown while nothing has.</summary>
    public FulfilmentStatus ReturnStatus { get; set; }

    /// <summary>Revision of <see cref="ReturnStatus"/>; 0 before the first.</summary>
    public int ReturnRevision { get; set; }

    /// <summary>True while an entry of the attention list that this saga raised may be open.</summary>
    public bool NeedsPerson { get; set; }

    /// <summary>Why the shop cancelled; empty while it did not.</summary>
    public string CancelReason { get; set; } = "";

    /// <summary>Movements of money that the shop showed, in the order in which they were seen.</summary>
    public List<PaymentSeen> Payments { get; set; } = [];

    /// <summary>True when the shop took its cancellation back before the ERP's side answered it.</summary>
    public bool TakenBack { get; set; }

    /// <summary>True when the customer has paid, at least a part.</summary>
    public bool IsPaid { get; set; }

    /// <summary>Pair and storefront order id.</summary>
    public OrderKey Key() => new(Pair, OrderId);

    /// <summary>Sum of the shipped quantities.</summary>
    public decimal ShippedQuantity() => Shipments.Values.Sum(shipment => shipment.Quantity);

    /// <summary>True when everything has left, by quantity or because the ERP closed the order.</summary>
    public bool IsFullyShipped() => ShippedQuantity() > 0
        && ((OrderedQuantity > 0 && ShippedQuantity() >= OrderedQuantity) || ErpStatus is ErpOrderStatus.Completed or ErpOrderStatus.Invoiced);
}
