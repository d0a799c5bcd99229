namespace Integration.Mapping.Flows;

/// <summary>What a flow rule does when its condition holds.</summary>
public enum FlowAction
{
    /// <summary>The order waits for a person.</summary>
    Hold,

    /// <summary>The order is not taken; it goes to the attention list.</summary>
    Reject,

    /// <summary>Values are set on the order.</summary>
    Set,

    /// <summary>Somebody is told; the order goes on.</summary>
    Notify,
}
