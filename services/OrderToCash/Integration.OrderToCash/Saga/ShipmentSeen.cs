namespace Integration.OrderToCash.Saga;

/// <summary>A confirmed shipment as the saga remembers it.</summary>
/// <param name="Sequence">The newest snapshot of it.</param>
/// <param name="Quantity">Sum of its quantities for this order.</param>
/// <param name="TrackingNumbers">Its tracking numbers.</param>
/// <param name="TrackingSent">How many of them were sent to the storefront.</param>
public sealed record ShipmentSeen(long Sequence, decimal Quantity, IReadOnlyList<string> TrackingNumbers, int TrackingSent);
