using Integration.Contracts.Orders;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Which orders were told of a confirmed shipment, so that they are told when it is taken back.</summary>
internal static class ShipmentMemory
{
    private const string Posted = "posted";

    /// <summary>The memory of a shipment that concerns these orders.</summary>
    public static string Of(IEnumerable<OrderKey> orders) => string.Join('\n', orders.Select(key => key.ToString()).Prepend(Posted));

    /// <summary>The orders that were told.</summary>
    public static IReadOnlyList<OrderKey> Read(string note) => note.Split('\n') is [Posted, .. var orders]
        ? [.. orders.Select(text => text.Split('/', 2)).Where(parts => parts.Length == 2).Select(parts => new OrderKey(parts[0], parts[1]))]
        : [];
}
