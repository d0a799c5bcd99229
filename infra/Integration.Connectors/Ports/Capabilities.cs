namespace Integration.Connectors.Ports;

/// <summary>What a connector can do on this connection, after its start-up probe. Lanes, console and docs read it; a lane never pretends.</summary>
public sealed record Capabilities
{
    /// <summary>Can tell what changed since a moment; false means sweeps list recent records and compare.</summary>
    public bool ChangedSince { get; init; }

    /// <summary>Can set an order's fulfilment status.</summary>
    public bool WriteFulfilmentStatus { get; init; }

    /// <summary>Can add tracking numbers to an order.</summary>
    public bool WriteTracking { get; init; }

    /// <summary>Can note the ERP's number on an order.</summary>
    public bool WriteErpNumber { get; init; }

    /// <summary>Can set a stock level only if it still is what was read (<see cref="IStockLevels"/>).</summary>
    public bool CompareAndSetStock { get; init; }

    /// <summary>The ERP itself refuses a second order with the same reference, so that a write may be repeated at once.</summary>
    public bool UniqueOrderReference { get; init; }

    /// <summary>Named lacks, for people: what cannot be done here and why.</summary>
    public IReadOnlyList<string> Unsupported { get; init; } = [];
}
