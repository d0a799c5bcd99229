using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Keys of the writes to an ERP's sales orders. The business key is our external reference.</summary>
internal static class OrderEffects
{
    public static EffectKey Create(Connected connected, string reference) => EffectKey.ToCreate(connected.Name, Entities.Order, reference);

    public static EffectKey Cancel(Connected connected, string reference, string erpOrderId) => new(connected.Name, Entities.Order, reference, $"cancel {erpOrderId}");

    public static EffectKey Amend(Connected connected, string reference) => new(connected.Name, Entities.Order, reference, "amend");

    /// <summary>Whom an order effect serves.</summary>
    public static string Subject(OrderKey key) => $"{key.Pair}/{key.OrderId}";

    /// <summary>The other way round; null for anything else.</summary>
    public static OrderKey? KeyOf(string? subject) => subject?.Split('/', 2) is [var pair, var order] ? new OrderKey(pair, order) : null;
}
