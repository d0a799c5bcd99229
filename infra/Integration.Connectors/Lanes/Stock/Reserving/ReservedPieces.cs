namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>What one order takes of a SKU.</summary>
internal sealed record ReservedPieces
{
    private const decimal Unit = 1_000_000;

    public string Sku { get; init; } = "";

    /// <summary>In millionths.</summary>
    public long Quantity { get; init; }

    /// <summary>In millionths: what the ERP's order holds.</summary>
    public long Counted { get; init; }

    /// <summary>Since which number of the ERP's sequence; 0 for not yet, negative for not any more since that number.</summary>
    public long CountedAt { get; init; }

    /// <summary>Pieces as stored.</summary>
    public static long Stored(decimal pieces) => (long)decimal.Round(pieces * Unit);

    /// <summary>Pieces that a reading with this ticket does not contain for certain.</summary>
    public decimal NotIn(long ticket) => (CountedAt > 0 && ticket > CountedAt ? Math.Max(0, Quantity - Counted) : Quantity) / Unit;
}
