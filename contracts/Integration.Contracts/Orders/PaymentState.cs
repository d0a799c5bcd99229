namespace Integration.Contracts.Orders;

/// <summary>State of one payment transaction.</summary>
public enum PaymentState
{
    /// <summary>Begun or waiting; no money is promised.</summary>
    Pending,

    /// <summary>Reserved at the provider, not yet taken.</summary>
    Authorised,

    /// <summary>Taken.</summary>
    Captured,

    /// <summary>Refused or failed.</summary>
    Failed,

    /// <summary>Released without being taken.</summary>
    Voided,

    /// <summary>Given back.</summary>
    Refunded,
}
