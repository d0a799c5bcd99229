namespace Integration.Connectors.Pairs.Lanes;

/// <summary>What becomes of a document whose period the accountants have closed.</summary>
public enum ClosedPeriods
{
    /// <summary>It waits on the attention list.</summary>
    Attention,

    /// <summary>It is booked on the first day of the next open period, never in the future, and its timeline says so.</summary>
    NextOpen,
}
