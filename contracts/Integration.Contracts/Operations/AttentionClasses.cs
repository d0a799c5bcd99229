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
}
