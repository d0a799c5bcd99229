using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>
/// Bodies of business events and data events. Delivery is three tries within seconds and no order (home-page.md of business events); older releases leave members of the envelope out. Only
/// keys are taken, and only of our legal entity.
/// </summary>
internal static class EventHints
{
    // Longer than any key; the text goes into the row of the look.
    private const int LongestKey = 100;

    private static readonly string[] OrderNames = ["SalesOrderNumber", "SalesOrderId", "SalesId"];
    private static readonly string[] SlipNames = ["PackingSlipNumber", "PackingSlipId"];
    private static readonly string[] ItemNames = ["ItemNumber", "ItemId"];

    /// <summary>The records to look at; empty when the body names nothing known, null when it is no event at all.</summary>
    public static IReadOnlyList<(string Entity, string Id)>? Of(ReadOnlySpan<byte> body, DynamicsSettings settings)
    {
        try
        {
            return StrictJson.Read(body) switch
            {
                JsonObject one => [.. OfEvent(one, settings).Distinct()],
                JsonArray { Count: > 0 } several when several.All(item => item is JsonObject) => [.. several.OfType<JsonObject>().SelectMany(item => OfEvent(item, settings)).Distinct()],
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode shows only when it is taken; and no record has such a key.
            return null;
        }
    }

    private static IEnumerable<(string Entity, string Id)> OfEvent(JsonObject body, DynamicsSettings settings) =>
        body.ContainsKey("BusinessEventId") ? OfBusinessEvent(body, settings) : body.ContainsKey("MessageName") ? OfDataEvent(body, settings) : [];

    private static IEnumerable<(string Entity, string Id)> OfBusinessEvent(JsonObject body, DynamicsSettings settings)
    {
        if (!IsOurs(Text(body, "BusinessEventLegalEntity"), settings) || !IsOurs(Text(body, "LegalEntity"), settings)) return [];
        // Old envelopes have the entity in the contract only; an event of nobody's is not ours.
        if (Text(body, "BusinessEventLegalEntity").Length + Text(body, "LegalEntity").Length == 0) return [];
        var (id, names) = (Text(body, "BusinessEventId"), settings.Events);
        return OrderComparison.Same(id, names.InventoryChanged) ? OfItem(First(body, ItemNames))
            : OrderComparison.Same(id, names.SalesOrderShipped) || OrderComparison.Same(id, names.InvoicePosted) ? OfOrder(First(body, OrderNames), First(body, SlipNames))
            : [];
    }

    // What a virtual entity of Dataverse sends: attributes as pairs, named mserp_ and the field in small letters.
    private static IEnumerable<(string Entity, string Id)> OfDataEvent(JsonObject body, DynamicsSettings settings)
    {
        if (!Text(body, "MessageName").StartsWith("OnExternal", StringComparison.Ordinal) || !Text(body, "PrimaryEntityName").StartsWith("mserp_", StringComparison.Ordinal)) return [];
        var attributes = new JsonObject();
        // An update may name only what is new: the record's key then stands in the image of before.
        foreach (var pair in Attributes(body, "PreImage").Concat(Attributes(body, "Target")))
            if (Text(pair, "key") is { Length: > 0 } key && pair["value"] is JsonValue value) attributes[key.ToLowerInvariant()] = value.DeepClone();
        if (Text(attributes, "mserp_dataareaid").Length == 0 || !IsOurs(Text(attributes, "mserp_dataareaid"), settings)) return [];
        string Named(IEnumerable<string> names) => First(attributes, names.Select(name => $"mserp_{name.ToLowerInvariant()}"));
        return Named(OrderNames) is { Length: > 0 } order ? OfOrder(order, Named(SlipNames)) : OfItem(Named(ItemNames));
    }

    private static IEnumerable<JsonObject> Attributes(JsonObject body, string parameter)
    {
        var record = (body["InputParameters"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(input => Text(input, "key") == parameter)?["value"] as JsonObject;
        return (record?["Attributes"] as JsonArray ?? []).OfType<JsonObject>();
    }

    private static IEnumerable<(string Entity, string Id)> OfOrder(string order, string slip)
    {
        if (order.Length == 0) yield break;
        yield return (Entities.Order, order);
        if (slip.Length > 0) yield return (Entities.Shipment, new PackingSlipId(order, slip).ToString());
    }

    private static IEnumerable<(string Entity, string Id)> OfItem(string item)
    {
        if (item.Length > 0) yield return (Entities.Stock, item);
    }

    private static bool IsOurs(string legalEntity, DynamicsSettings settings) => legalEntity.Length == 0 || OrderComparison.Same(legalEntity, settings.LegalEntity);

    private static string First(JsonObject body, IEnumerable<string> names) => names.Select(name => Text(body, name)).FirstOrDefault(text => text.Length > 0) ?? "";

    private static string Text(JsonObject body, string name)
    {
        if (body[name] is not JsonValue value || !value.TryGetValue<string>(out var text)) return "";
        return text.Length <= LongestKey && !text.Any(char.IsControl) ? text.Trim() : throw new InvalidOperationException($"{name} is no key.");
    }
}
