namespace Integration.Contracts.Orders;

/// <summary>Payment status of a whole order.</summary>
public enum PaymentStatus
{
    /// <summary>A code of the shop that the pair does not map.</summary>
    Unknown,

    /// <summary>Nothing paid yet.</summary>
    Unpaid,

    /// <summary>The amount is reserved at the provider.</summary>
    Authorised,

    /// <summary>A part is paid, or a part was given back (X-Cart uses one code for both).</summary>
    PartlyPaid,

    /// <summary>Paid in full.</summary>
    Paid,

    /// <summary>The payment was declined.</summary>
    Declined,

    /// <summary>The order was cancelled.</summary>
    Cancelled,

    /// <summary>Given back in full.</summary>
    Refunded,
}
