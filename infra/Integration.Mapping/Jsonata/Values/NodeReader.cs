using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>Makes values of JSON nodes. A number that decimal cannot hold is error D1001.</summary>
internal static class NodeReader
{
    public static object Read(JsonNode? node)
    {
        Execution.Run.CheckStack();
        switch (node)
        {
            case null:
                return NullValue.Instance;
            case JsonObject members:
                var result = new ObjectValue(members.Count);
                foreach (var (name, member) in members)
                    result.Add(name, Read(member));
                return result;
            case JsonArray items:
                var array = new ArrayValue(items.Count);
                foreach (var item in items)
                    array.Add(Read(item));
                return array;
            default:
                return ReadValue((JsonValue)node);
        }
    }

    private static object ReadValue(JsonValue value)
    {
        if (value.TryGetValue<JsonElement>(out var element))
            return ReadElement(element);
        return value.GetValueKind() switch
        {
            JsonValueKind.String => value.TryGetValue<string>(out var text) ? text : ReadElement(ElementOf(value)),
            JsonValueKind.True => Truth.True,
            JsonValueKind.False => Truth.False,
            JsonValueKind.Number => value.TryGetValue<decimal>(out var number) ? number : ReadElement(ElementOf(value)),
            JsonValueKind.Null => NullValue.Instance,
            _ => ReadElement(ElementOf(value)),
        };
    }

    private static JsonElement ElementOf(JsonValue value) => JsonElement.Parse(value.ToJsonString());

    private static object ReadElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return TextOf(element);
            case JsonValueKind.Number:
                if (element.TryGetDecimal(out var number))
                    return number;
                return decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                    ? number
                    : throw new JsonataException("D1001");
            case JsonValueKind.True:
                return Truth.True;
            case JsonValueKind.False:
                return Truth.False;
            case JsonValueKind.Object:
                var members = new ObjectValue();
                foreach (var member in element.EnumerateObject())
                    members[member.Name] = ReadElement(member.Value);
                return members;
            case JsonValueKind.Array:
                var items = new ArrayValue(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    items.Add(ReadElement(item));
                return items;
            default:
                return NullValue.Instance;
        }
    }

    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON by its grammar, but no text.
            throw new JsonataException("D3140");
        }
    }
}
