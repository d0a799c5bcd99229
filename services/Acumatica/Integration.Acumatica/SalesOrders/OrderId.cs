using Integration.Contracts.Records;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// How links, hints and shipments name a sales order: <c>WO/000123</c>. Type and number are the entity's keys, never change, and
/// stand in shipment lines and push notifications, where the NoteID does not.
/// </summary>
internal readonly record struct OrderId(string Type, string Number)
{
    /// <summary>Reads <c>WO/000123</c>; null when it is not of that form.</summary>
    public static OrderId? Parse(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < id.Length - 1 ? new OrderId(id[..slash], id[(slash + 1)..]) : null;
    }

    /// <summary>The reference to hand out.</summary>
    public RecordRef ToRef() => new(Entities.Order, ToString(), Number);

    /// <inheritdoc />
    public override string ToString() => $"{Type}/{Number}";
}
