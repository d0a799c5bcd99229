namespace Integration.Connectors.Pairs.Lanes;

/// <summary>As which documents of an ERP the shop's money is booked.</summary>
public enum PaymentBooking
{
    /// <summary>Payments of the customer, applied to the order; refunds of them.</summary>
    Payment,

    /// <summary>Balanced entries of the general ledger.</summary>
    Journal,
}
