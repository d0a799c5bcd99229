using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Movements that are made together, in one save.</summary>
internal sealed record StockRequest
{
    /// <summary>The movements.</summary>
    public IReadOnlyList<StockMove> Lines { get; init; } = [];

    /// <summary>Purchase order that a receipt is of: its open quantities fall by what is received.</summary>
    public string? PurchaseOrder { get; init; }

    /// <summary>True: the quantities change without a new stamp and without a push notification, as by hand in the database.</summary>
    public bool Silent { get; init; }
}
