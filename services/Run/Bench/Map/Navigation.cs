using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Integration.Run.Bench.Timing;

namespace Integration.Run.Bench.Map;

/// <summary>Plain paths as expressions against the C# that walks the same nodes.</summary>
internal static class Navigation
{
    public static Dictionary<string, Dictionary<string, Timed>> Run(JsonObject order, CancellationToken ct) => new()
    {
        ["number"] = Of(order, "number", () => order["number"]?.GetValue<string>(), ct),
        ["customer.email"] = Of(order, "customer.email", () => order["customer"]?["email"]?.GetValue<string>(), ct),
        ["shippingMethod.name"] = Of(order, "shippingMethod.name", () => order["shippingMethod"]?["name"]?.GetValue<string>(), ct),
        ["lines.sku"] = Of(order, "lines.sku", () => Skus(order), ct),
    };

    private static Dictionary<string, Timed> Of(JsonObject order, string path, Func<object?> handWritten, CancellationToken ct)
    {
        var expression = JsonataExpression.Compile(path);
        Func<object?> ours = handWritten() is string
            ? () => expression.Evaluate(order)?.GetValue<string>()
            : () => expression.Evaluate(order);
        return Contest.Run([new Contender("handWritten", handWritten), new Contender("expression", ours)], ct);
    }

    private static JsonArray Skus(JsonObject order)
    {
        var result = new JsonArray();
        foreach (var line in order["lines"]?.AsArray() ?? [])
        {
            if (line?["sku"] is JsonValue sku) result.Add((JsonNode)JsonValue.Create(sku.GetValue<string>()));
        }

        return result;
    }
}
