using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

/// <summary>Records as a web shop sends them, in the wire's wrapping.</summary>
internal static class Web
{
    /// <summary>Wraps plain values: scalars as <c>{"value": …}</c>, objects and arrays level by level; "id" and "delete" stay plain.</summary>
    public static JsonObject Record(params (string Name, object? Value)[] fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
        {
            json[name] = value switch
            {
                JsonNode node => node,
                JsonObject[] rows => new JsonArray([.. rows]),
                _ when name is "id" or "delete" => JsonValue.Create(value),
                _ => new JsonObject { ["value"] = JsonValue.Create(value) },
            };
        }

        return json;
    }

    /// <summary>A web order off hold with one mug, tax and freight of its own, for the guest.</summary>
    public static JsonObject Order(params (string Name, object? Value)[] more)
    {
        var order = Record(
            ("OrderType", "WO"), ("CustomerID", "WEBGUEST"), ("CustomerOrder", $"XC-{Guid.NewGuid():n}"), ("ExternalRef", "XC-1"), ("Hold", false),
            ("CurrencyID", "USD"), ("Details", new[] { Line("MUG-01", 2m, 10m) }));
        foreach (var (name, value) in more)
        {
            order.Remove(name);
            order[name] = Record((name, value))[name]!.DeepClone();
        }

        return order;
    }

    public static JsonObject Line(string sku, decimal quantity, decimal price, params (string Name, object? Value)[] more) =>
        Record([("InventoryID", sku), ("OrderQty", quantity), ("UnitPrice", price), ("ManualPrice", true), .. more]);

    public static JsonObject Keys(JsonNode order) => Record(("OrderType", order.Value("OrderType")), ("OrderNbr", order.Value("OrderNbr")));

    public static string Value(this JsonNode record, string field) => record[field]?["value"]?.ToString() ?? "";

    public static decimal Amount(this JsonNode record, string field) => record[field]!["value"]!.GetValue<decimal>();

    public static string Error(this JsonNode record, string field) => record[field]?["error"]?.GetValue<string>() ?? "";
}
