using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>Writes JSON letter for letter as PHP's <c>json_encode</c>: slashes and everything beyond ASCII escaped.</summary>
internal static class PhpJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject row:
                AppendMany(text, '{', row, '}', pair =>
                {
                    AppendText(text, pair.Key);
                    text.Append(':');
                    Append(text, pair.Value);
                });
                break;
            case JsonArray list:
                AppendMany(text, '[', list, ']', item => Append(text, item));
                break;
            case JsonValue value when value.TryGetValue<string>(out var plain):
                AppendText(text, plain);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendMany<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            append(item);
        }

        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string plain)
    {
        text.Append('"');
        foreach (var character in plain)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '/' => text.Append("\\/"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or > '~' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
