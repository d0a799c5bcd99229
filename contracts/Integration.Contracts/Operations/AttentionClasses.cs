namespace Integration.Contracts.Operations;

/// <summary>Classes of the attention list; each has a page in the operator's guide.</summary>
public static class AttentionClasses
{
    /// <summary>The storefront's order breaks an invariant, such as a total that does not add up.</summary>
    public const string InvalidOrder = "invalid-order";

    /// <summary>A code has no row in a lookup.</summary>
    public const string UnmappedCode = "unmapped-code";

    /// <summary>A mapping rule failed.</summary>
    public const string MappingFailed = "mapping-failed";

    /// <summary>The ERP refused the document.</summary>
    public const string RejectedByErp = "rejected-by-erp";

    /// <summary>The storefront refused a write.</summary>
    public const string RejectedByStorefront = "rejected-by-storefront";

    /// <summary>A record with our reference exists and differs from what was to be written.</summary>
    public const string Differs = "differs";

    /// <summary>A flow rule refused the order.</summary>
    public const string RejectedByRule = "rejected-by-rule";

    /// <summary>An order changed in the shop after the ERP took it.</summary>
    public const string ChangedAfterSubmission = "changed-after-submission";

    /// <summary>The ERP would not cancel an order that the shop cancelled.</summary>
    public const string CancelRefused = "cancel-refused";

    /// <summary>The order was cancelled in the ERP but lives in the shop.</summary>
    public const string CancelledInErp = "cancelled-in-erp";

    /// <summary>A return of the shop cannot be entered in the ERP as it is.</summary>
    public const string ReturnRefused = "return-refused";

    /// <summary>The shop took a return back that the ERP already has.</summary>
    public const string ReturnWithdrawn = "return-withdrawn";

    /// <summary>The ERP owes the customer money that a person has to give back at the payment provider.</summary>
    public const string RefundAtProvider = "refund-at-provider";

    /// <summary>The order was cancelled in the ERP and in the shop, and opened again in the ERP.</summary>
    public const string ReopenedInErp = "reopened-in-erp";

    /// <summary>People changed the ERP's order so that its total is no longer the shop's.</summary>
    public const string ChangedInErp = "changed-in-erp";

    /// <summary>A shipment that the shop's customer was told of was opened again, deleted or got other tracking numbers.</summary>
    public const string ShipmentCorrected = "shipment-corrected";

    /// <summary>A record could not be read or understood.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A deadline passed without an answer.</summary>
    public const string Overdue = "overdue";

    /// <summary>A message was given up by the broker.</summary>
    public const string DeadLetter = "dead-letter";

    /// <summary>A connection was refused: key revoked, permission or licence missing.</summary>
    public const string ConnectionDenied = "connection-denied";

    /// <summary>A document of a pair cannot be used; the last good one goes on counting.</summary>
    public const string DocumentUnusable = "document-unusable";

    /// <summary>One rule failed or stopped record after record; the lane waits until its document changes or a person resumes it.</summary>
    public const string LanePaused = "lane-paused";

    /// <summary>A rule's notice could not be delivered.</summary>
    public const string NoticeUndelivered = "notice-undelivered";

    /// <summary>The ERP's books are closed for the date of a document; it is never booked on another date by itself.</summary>
    public const string ClosedPeriod = "closed-period";

    /// <summary>A refund is in the ERP, but applied to nothing: a person applies and releases it.</summary>
    public const string RefundNotApplied = "refund-not-applied";

    /// <summary>A payment that the ERP's books show is no longer shown by the shop.</summary>
    public const string PaymentWithdrawn = "payment-withdrawn";

    /// <summary>Hints were coming and hardly come any more: changes are found by sweeps only, later.</summary>
    public const string HintsStopped = "hints-stopped";

    /// <summary>Both sides changed the same shared field of a record.</summary>
    public const string Conflict = "conflict";

    /// <summary>Several records, or one that is only likely, may be the one that is meant.</summary>
    public const string AmbiguousMatch = "ambiguous-match";

    /// <summary>The storefront has no product with a SKU of the ERP, or several.</summary>
    public const string UnknownSku = "unknown-sku";

    /// <summary>The storefront has it and the ERP has not: a product whose SKU the ERP does not know, or what a reconciliation found.</summary>
    public const string MissingInErp = "missing-in-erp";

    /// <summary>A reconciliation found it in the ERP and not in the storefront.</summary>
    public const string MissingInStore = "missing-in-store";

    /// <summary>A reconciliation found different amounts on the two sides.</summary>
    public const string AmountsDiffer = "amounts-differ";

    /// <summary>A reconciliation found it more than once in the ERP.</summary>
    public const string DuplicateInErp = "duplicate-in-erp";

    /// <summary>A reconciliation found it cancelled on one side and alive on the other.</summary>
    public const string CancelledOnOneSide = "cancelled-on-one-side";

    /// <summary>A reconciliation found a stock level in the storefront that is not what the ERP's figure allows.</summary>
    public const string StaleStock = "stale-stock";

    /// <summary>A reconciliation found money in the storefront that the payment provider's settlement file does not show.</summary>
    public const string MissingInFile = "missing-in-file";

    /// <summary>A settlement file's payouts are not what its captures leave after fees and refunds.</summary>
    public const string PayoutDiffers = "payout-differs";

    /// <summary>A reconciliation could not be finished, or found so much that it healed nothing.</summary>
    public const string ReconciliationStopped = "reconciliation-stopped";
}
