namespace Integration.Connectors.Ports;

/// <summary>What a push notification says: look at these records. Nothing else of it is ever used.</summary>
/// <param name="Records">Entity and id of each record, once; empty when it names nothing known.</param>
/// <param name="DeliveryId">The id that the sender gave it, the same in each of its deliveries; null where it gives none.</param>
public sealed record PushNotification(IReadOnlyList<(string Entity, string Id)> Records, string? DeliveryId = null);
