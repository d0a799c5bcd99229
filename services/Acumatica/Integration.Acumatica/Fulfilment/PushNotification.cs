using System.Text.Json.Nodes;
using Integration.Acumatica.SalesOrders;
using Integration.Connectors.Http;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Fulfilment;

/// <summary>
/// A push notification's body: <c>Inserted</c> and <c>Deleted</c> rows of a generic inquiry. Delivery is at least once, may come split
/// and duplicated, and its values may be padded or old: only the keys are taken.
/// </summary>
internal static class PushNotification
{
    // Longer than any key; the text goes into the row of the look.
    private const int LongestKey = 200;

    /// <summary>The records to look at; empty when the body names nothing known, null when it is no notification.</summary>
    public static IReadOnlyList<(string Entity, string Id)>? Hints(ReadOnlySpan<byte> body, AcumaticaSettings settings)
    {
        try
        {
            if (StrictJson.Read(body) is not JsonObject notification) return null;
            var rows = ((string[])["Inserted", "Deleted"]).SelectMany(part => notification[part] as JsonArray ?? []).OfType<JsonObject>();
            return [.. rows.SelectMany(row => OfRow(row, settings)).Distinct()];
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode shows only when it is taken; and no record has such a key.
            return null;
        }
    }

    private static IEnumerable<(string Entity, string Id)> OfRow(JsonObject row, AcumaticaSettings settings)
    {
        if (Text(row, settings.Push.ShipmentNbr) is { Length: > 0 } shipment) yield return (Entities.Shipment, shipment);
        // Rows of orders and shipments name their customer too: those are not about it.
        else if (Text(row, settings.Push.OrderNbr).Length == 0 && Text(row, settings.Push.CustomerID) is { Length: > 0 } customer) yield return (Entities.Customer, customer);
        if (Text(row, settings.Push.InventoryId) is { Length: > 0 } item) yield return (row.ContainsKey(settings.Push.ItemStatus) ? Entities.Product : Entities.Stock, item);
        if (Text(row, settings.Push.OrderNbr) is not { Length: > 0 } number) yield break;
        var type = Text(row, settings.Push.OrderType) is { Length: > 0 } given ? given : settings.OrderType;
        if (settings.OrderTypes.Contains(type)) yield return (Entities.Order, new OrderId(type, number).ToString());
        else if (settings.ReturnTypes.Contains(type)) yield return (Entities.Return, new OrderId(type, number).ToString());
    }

    private static string Text(JsonObject row, string column)
    {
        if (row[column] is not JsonValue value || !value.TryGetValue<string>(out var text)) return "";
        return text.Length <= LongestKey && !text.Any(char.IsControl) ? text.Trim() : throw new InvalidOperationException($"{column} is no key.");
    }
}
