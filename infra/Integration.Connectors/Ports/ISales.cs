using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What orders take from stock, read at once: also while the storefront is still placing them and nobody may take them yet.</summary>
public interface ISales
{
    /// <summary>Reads one order's lines. Not found, and carts, take nothing.</summary>
    Task<ReadOutcome<Sale>> ReadAsync(string orderId, CancellationToken ct);
}
