using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Movements that are made together, in one save.</summary>
internal sealed record StockRequest
{
    /// <summary>The movements.</summary>
    public IReadOnlyList<StockMove> Lines { get; init; } = [];

    /// <summary>Legal entity.</summary>
    public string Company { get; init; } = "usmf";

    /// <summary>True: the quantities change without an event, as by hand in the database.</summary>
    public bool Silent { get; init; }
}
