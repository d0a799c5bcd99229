namespace Integration.Contracts.Orders;

/// <summary>What was done at the payment provider.</summary>
public enum PaymentOperationKind
{
    /// <summary>The amount was reserved; no money moved.</summary>
    Authorise,

    /// <summary>The amount was taken, at once or out of a reservation.</summary>
    Capture,

    /// <summary>A part of a reservation was taken; the rest may follow.</summary>
    PartialCapture,

    /// <summary>A reservation, or what was taken and not yet settled, was given up.</summary>
    Void,

    /// <summary>Everything that was taken was given back.</summary>
    Refund,

    /// <summary>A part of what was taken was given back.</summary>
    PartialRefund,
}
