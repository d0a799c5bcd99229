namespace Integration.Connectors.Lanes.Shipments;

/// <summary>What was told of an ERP's order so far.</summary>
/// <param name="Status">The ERP's word for its status.</param>
/// <param name="Invoices">Numbers of its released invoices.</param>
/// <param name="Shipments">Numbers of its confirmed shipments.</param>
internal sealed record ErpOrderMemory(string Status, IReadOnlyList<string> Invoices, IReadOnlyList<string> Shipments)
{
    /// <summary>Memory of an order that is not ours.</summary>
    public const string Foreign = "foreign";

    private const string Shipment = "shipment:";

    public static ErpOrderMemory Parse(string note)
    {
        var parts = note.Split('|');
        return note.Length == 0 || note == Foreign
            ? new ErpOrderMemory("", [], [])
            : new ErpOrderMemory(parts[0],
                [.. parts[1..].Where(part => !part.StartsWith(Shipment, StringComparison.Ordinal))],
                [.. parts[1..].Where(part => part.StartsWith(Shipment, StringComparison.Ordinal)).Select(part => part[Shipment.Length..])]);
    }

    public override string ToString() => string.Join('|', Invoices.Concat(Shipments.Select(number => Shipment + number)).Prepend(Status));
}
