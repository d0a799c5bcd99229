namespace Integration.Mapping.Flows;

/// <summary>What the rules of a flow document say about an order, the gravest last.</summary>
public enum FlowDecision
{
    /// <summary>It goes on.</summary>
    Pass,

    /// <summary>It waits for a person.</summary>
    Hold,

    /// <summary>It is not taken.</summary>
    Reject,
}
