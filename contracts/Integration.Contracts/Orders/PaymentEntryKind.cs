namespace Integration.Contracts.Orders;

/// <summary>What an entry does to the merchant's money.</summary>
public enum PaymentEntryKind
{
    /// <summary>Money comes in.</summary>
    Capture,

    /// <summary>Money goes back.</summary>
    Refund,

    /// <summary>A whole capture is undone as if it had never been.</summary>
    Void,
}
