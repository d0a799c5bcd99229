using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>The add-on's XML, as badly formed as the real one: no single root, elements named by number.</summary>
internal static class RestXml
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder("<?xml version=\"1.1\" encoding=\"UTF-8\" ?>");
        AppendChildren(text, node);
        return text.ToString();
    }

    private static void AppendChildren(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject row:
                foreach (var (name, value) in row)
                {
                    AppendElement(text, name, value);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    AppendElement(text, $"{i}", list[i]);
                }

                break;
        }
    }

    private static void AppendElement(StringBuilder text, string name, JsonNode? value)
    {
        text.Append('<').Append(name).Append(" type=\"").Append(Type(value)).Append("\">");
        if (value is JsonValue scalar)
        {
            text.Append(WebUtility.HtmlEncode(Rows.RowValues.AsText(scalar)));
        }

        AppendChildren(text, value);
        text.Append("</").Append(name).Append('>');
    }

    private static string Type(JsonNode? value) => value switch
    {
        null => "NULL",
        JsonObject or JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "double" : "integer",
            _ => "boolean",
        },
    };
}
