namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Changes of quantities that are made together.</summary>
internal sealed record StockRequest
{
    /// <summary>The changes.</summary>
    public IReadOnlyList<StockMove> Lines { get; init; } = [];

    /// <summary>True: the quantities change without a new version and without a webhook.</summary>
    public bool Silent { get; init; }
}
