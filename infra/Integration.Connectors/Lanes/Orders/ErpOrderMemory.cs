using System.Text.Json;
using Integration.Connectors.Looks;
using Integration.Connectors.Ports;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>What was told of an ERP's order so far.</summary>
/// <param name="Status">The ERP's word for its status.</param>
/// <param name="Invoices">Numbers of its released invoices.</param>
/// <param name="Shipments">Numbers of its confirmed shipments.</param>
internal sealed record ErpOrderMemory(string Status, IReadOnlyList<string> Invoices, IReadOnlyList<string> Shipments)
{
    /// <summary>Memory of an order that is not ours.</summary>
    public const string Foreign = "foreign";

    private const string Shipment = "shipment:";

    /// <summary>Memory of an order of which nothing was told.</summary>
    public static ErpOrderMemory None { get; } = new("", [], []);

    /// <summary>What a look keeps of such an order.</summary>
    public static LookContent ContentOf(ErpOrderProgress order) => new(
        JsonSerializer.Serialize(order with { ChangedAt = default, Listed = null, Content = order.Content is { } content ? content with { ChangedAt = default } : null }, ContractsJson.Options),
        null, default, order.ChangedAt, null);

    public static ErpOrderMemory Parse(string note)
    {
        var parts = note.Split('|');
        return note.Length == 0 || note == Foreign
            ? None
            : new ErpOrderMemory(parts[0],
                [.. parts[1..].Where(part => !part.StartsWith(Shipment, StringComparison.Ordinal))],
                [.. parts[1..].Where(part => part.StartsWith(Shipment, StringComparison.Ordinal)).Select(part => part[Shipment.Length..])]);
    }

    /// <summary>The memory once this state was told.</summary>
    public ErpOrderMemory After(ErpOrderProgress order) => new(order.ErpStatus, [.. Invoices.Union(order.Invoices, StringComparer.Ordinal)], order.Shipments ?? Shipments);

    public override string ToString() => string.Join('|', Invoices.Concat(Shipments.Select(number => Shipment + number)).Prepend(Status));
}
