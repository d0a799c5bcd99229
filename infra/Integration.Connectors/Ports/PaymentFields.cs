namespace Integration.Connectors.Ports;

/// <summary>Fields of reasons, and of a write's echo, that the payment lane understands.</summary>
public static class PaymentFields
{
    /// <summary>Field of a reason: the books are closed for the document's date.</summary>
    public const string ClosedPeriod = "period";

    /// <summary>Echo of a refund that is there but applied to nothing, and so not released.</summary>
    public const string NotApplied = "not-applied";

    /// <summary>Beginning of the echo of a document that was booked on another date, which follows.</summary>
    public const string BookedOn = "booked-on ";
}
