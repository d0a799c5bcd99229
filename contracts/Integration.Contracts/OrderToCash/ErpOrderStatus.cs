namespace Integration.Contracts.OrderToCash;

/// <summary>Status of a sales order in an ERP.</summary>
public enum ErpOrderStatus
{
    /// <summary>A status that the connector does not know; shown, never acted on.</summary>
    Unknown,

    /// <summary>Held by a person or an approval.</summary>
    OnHold,

    /// <summary>Held by the credit check: shown, never retried.</summary>
    CreditHold,

    /// <summary>Waiting to be shipped.</summary>
    Open,

    /// <summary>Being shipped, or shipped in part.</summary>
    Shipping,

    /// <summary>Everything shipped or closed.</summary>
    Completed,

    /// <summary>Invoiced.</summary>
    Invoiced,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
