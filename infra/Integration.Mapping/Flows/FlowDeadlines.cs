namespace Integration.Mapping.Flows;

/// <summary>The deadlines that a flow document may set. A deadline that passes tells a person; it never cancels an order.</summary>
public static class FlowDeadlines
{
    /// <summary>From the submission to the ERP's answer.</summary>
    public const string Submit = "submit";

    /// <summary>How long a held order waits for its release.</summary>
    public const string Hold = "hold";

    /// <summary>From the ERP's acceptance to the first shipment.</summary>
    public const string Ship = "ship";

    /// <summary>From the first shipment to the last.</summary>
    public const string Complete = "complete";

    /// <summary>From the last shipment to the invoice.</summary>
    public const string Invoice = "invoice";

    /// <summary>From a cancellation in the shop to the ERP's.</summary>
    public const string Cancel = "cancel";

    /// <summary>All of them, along an order's way.</summary>
    public static IReadOnlyList<string> Names { get; } = [Hold, Submit, Ship, Complete, Invoice, Cancel];
}
