namespace Integration.OrderToCash.Saga;

/// <summary>A confirmed shipment as the saga remembers it.</summary>
/// <param name="Sequence">The newest snapshot of it.</param>
/// <param name="Quantity">Sum of its quantities for this order; 0 once it was withdrawn.</param>
/// <param name="TrackingNumbers">Its tracking numbers.</param>
/// <param name="TrackingSent">How many of them were sent to the storefront.</param>
public sealed record ShipmentSeen(long Sequence, decimal Quantity, IReadOnlyList<string> TrackingNumbers, int TrackingSent)
{
    /// <summary>The ERP's carrier or ship-via code.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>Every tracking number that was ever sent to the storefront for it.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>True once it was opened again or deleted in the ERP and not confirmed since.</summary>
    public bool IsWithdrawn { get; init; }
}
