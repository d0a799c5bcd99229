namespace Integration.Sandbox.Shop.Checkout;

/// <summary>What the payment provider says, or what the customer does at it.</summary>
public enum PaymentOutcome
{
    /// <summary>Paid at once: payment P, transaction S.</summary>
    Paid,

    /// <summary>Authorised, to be captured: payment A, transaction S of type auth.</summary>
    Authorized,

    /// <summary>To be paid outside the shop: payment Q, transaction W.</summary>
    Awaiting,

    /// <summary>Declined: a not-finished order without number, D and NF.</summary>
    Declined,

    /// <summary>The customer is still at the provider: a cart with payment Q and transaction P.</summary>
    Away,

    /// <summary>Approved at the provider but the customer has not come back: a cart with transaction S.</summary>
    ApprovedAway,

    /// <summary>The customer left the checkout: a cart with transaction I.</summary>
    Abandoned,
}
