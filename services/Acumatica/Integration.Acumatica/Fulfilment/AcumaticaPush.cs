using System.Text.Json.Nodes;
using Integration.Acumatica.SalesOrders;
using Integration.Connectors.Hints;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Fulfilment;

/// <summary>
/// Reads push notifications: <c>Inserted</c> and <c>Deleted</c> rows of a generic inquiry. Delivery is at least once, may come split
/// and duplicated, and its values may be padded or old: only the keys are taken.
/// </summary>
internal sealed class AcumaticaPush(AcumaticaSettings settings) : IPushReader
{
    /// <inheritdoc />
    public PushNotification? Read(ReadOnlySpan<byte> body) => HintKeys.Read(body, read => read is not JsonObject notification ? null : Rows(notification).SelectMany(OfRow));

    private static IEnumerable<JsonObject> Rows(JsonObject notification) =>
        ((string[])["Inserted", "Deleted"]).SelectMany(part => notification[part] as JsonArray ?? []).OfType<JsonObject>();

    private IEnumerable<(string Entity, string Id)> OfRow(JsonObject row)
    {
        if (HintKeys.Text(row, settings.Push.ShipmentNbr) is { Length: > 0 } shipment) yield return (Entities.Shipment, shipment);
        // Rows of orders and shipments name their customer too: those are not about it.
        else if (HintKeys.Text(row, settings.Push.OrderNbr).Length == 0 && HintKeys.Text(row, settings.Push.CustomerID) is { Length: > 0 } customer) yield return (Entities.Customer, customer);
        if (HintKeys.Text(row, settings.Push.InventoryId) is { Length: > 0 } item) yield return (row.ContainsKey(settings.Push.ItemStatus) ? Entities.Product : Entities.Stock, item);
        if (HintKeys.Text(row, settings.Push.OrderNbr) is not { Length: > 0 } number) yield break;
        var type = HintKeys.Text(row, settings.Push.OrderType) is { Length: > 0 } given ? given : settings.OrderType;
        if (settings.OrderTypes.Contains(type)) yield return (Entities.Order, new OrderId(type, number).ToString());
        else if (settings.ReturnTypes.Contains(type)) yield return (Entities.Return, new OrderId(type, number).ToString());
    }
}
