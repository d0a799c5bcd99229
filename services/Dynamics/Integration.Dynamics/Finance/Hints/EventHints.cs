using System.Text.Json.Nodes;
using Integration.Connectors.Hints;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Hints;

namespace Integration.Dynamics.Finance.Hints;

/// <summary>
/// Bodies of business events and data events. Delivery is three tries within seconds and no order (home-page.md of business events); older releases leave members of the envelope out. Only
/// keys are taken, and only of our legal entity.
/// </summary>
internal sealed class EventHints(DynamicsSettings settings) : IPushKind
{
    private static readonly string[] OrderNames = ["SalesOrderNumber", "SalesOrderId", "SalesId"];
    private static readonly string[] SlipNames = ["PackingSlipNumber", "PackingSlipId"];
    private static readonly string[] ItemNames = ["ItemNumber", "ItemId"];

    /// <inheritdoc />
    public IEnumerable<(string Entity, string Id)>? RecordsOf(JsonNode body) => body switch
    {
        JsonObject one => OfEvent(one),
        JsonArray { Count: > 0 } several when several.All(item => item is JsonObject) => several.OfType<JsonObject>().SelectMany(OfEvent),
        _ => null,
    };

    private IEnumerable<(string Entity, string Id)> OfEvent(JsonObject body) =>
        body.ContainsKey("BusinessEventId") ? OfBusinessEvent(body) : body.ContainsKey("MessageName") ? OfDataEvent(body) : [];

    private IEnumerable<(string Entity, string Id)> OfBusinessEvent(JsonObject body)
    {
        if (!IsOurs(HintKeys.Text(body, "BusinessEventLegalEntity")) || !IsOurs(HintKeys.Text(body, "LegalEntity"))) return [];
        // Old envelopes have the entity in the contract only; an event of nobody's is not ours.
        if (HintKeys.Text(body, "BusinessEventLegalEntity").Length + HintKeys.Text(body, "LegalEntity").Length == 0) return [];
        var (id, names) = (HintKeys.Text(body, "BusinessEventId"), settings.Events);
        return OrderComparison.Same(id, names.InventoryChanged) ? OfItem(First(body, ItemNames))
            : OrderComparison.Same(id, names.SalesOrderShipped) || OrderComparison.Same(id, names.InvoicePosted) ? OfOrder(First(body, OrderNames), First(body, SlipNames))
            : [];
    }

    // What a virtual entity of Dataverse sends: attributes as pairs, named mserp_ and the field in small letters.
    private IEnumerable<(string Entity, string Id)> OfDataEvent(JsonObject body)
    {
        if (!HintKeys.Text(body, "MessageName").StartsWith("OnExternal", StringComparison.Ordinal) || !HintKeys.Text(body, "PrimaryEntityName").StartsWith("mserp_", StringComparison.Ordinal)) return [];
        var attributes = new JsonObject();
        // An update may name only what is new: the record's key then stands in the image of before.
        foreach (var pair in Attributes(body, "PreImage").Concat(Attributes(body, "Target")))
            if (HintKeys.Text(pair, "key") is { Length: > 0 } key && pair["value"] is JsonValue value) attributes[key.ToLowerInvariant()] = value.DeepClone();
        if (HintKeys.Text(attributes, "mserp_dataareaid").Length == 0 || !IsOurs(HintKeys.Text(attributes, "mserp_dataareaid"))) return [];
        string Named(IEnumerable<string> names) => First(attributes, names.Select(name => $"mserp_{name.ToLowerInvariant()}"));
        return Named(OrderNames) is { Length: > 0 } order ? OfOrder(order, Named(SlipNames)) : OfItem(Named(ItemNames));
    }

    private static IEnumerable<JsonObject> Attributes(JsonObject body, string parameter)
    {
        var record = (body["InputParameters"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(input => HintKeys.Text(input, "key") == parameter)?["value"] as JsonObject;
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

    private bool IsOurs(string legalEntity) => legalEntity.Length == 0 || OrderComparison.Same(legalEntity, settings.LegalEntity);

    private static string First(JsonObject body, IEnumerable<string> names) => names.Select(name => HintKeys.Text(body, name)).FirstOrDefault(text => text.Length > 0) ?? "";
}
