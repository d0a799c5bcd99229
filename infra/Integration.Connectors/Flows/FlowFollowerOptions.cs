namespace Integration.Connectors.Flows;

/// <summary>What this process does about flow documents beside following them.</summary>
internal sealed class FlowFollowerOptions
{
    /// <summary>True in the one service that tells operators of a document that cannot be used: the saga's.</summary>
    public bool RaisesAttention { get; set; }
}
