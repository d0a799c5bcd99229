namespace Integration.Contracts.Operations;

/// <summary>States of a record as operators see them.</summary>
public static class RecordStates
{
    /// <summary>Read in the shop; the import rule does not take it yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Taken, on its way.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Held by a rule or a person.</summary>
    public const string Held = "held";

    /// <summary>The ERP has it.</summary>
    public const string InErp = "in-erp";

    /// <summary>The ERP has it and holds it by its credit check; only people there let it go.</summary>
    public const string CreditHold = "credit-hold";

    /// <summary>A part has left the warehouse.</summary>
    public const string PartlyShipped = "partly-shipped";

    /// <summary>Everything has left the warehouse.</summary>
    public const string Shipped = "shipped";

    /// <summary>Finished.</summary>
    public const string Completed = "completed";

    /// <summary>Cancelled before or after the ERP had it.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Needs a person: on the attention list.</summary>
    public const string Attention = "attention";

    /// <summary>Read, mapped and shown, but not written: the pair only observes.</summary>
    public const string Observed = "observed";
}
