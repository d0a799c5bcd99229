using System.Text.Json.Nodes;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>Makes JSON nodes of values. Functions are left out of objects and are empty text elsewhere.</summary>
internal static class NodeWriter
{
    public static JsonNode? Write(object? value)
    {
        switch (value)
        {
            case string text:
                return JsonValue.Create(text);
            case decimal number:
                return JsonValue.Create(NumberText.Normal(number));
            case bool flag:
                return JsonValue.Create(flag);
            case ArrayValue array:
                var items = new JsonArray();
                foreach (var item in array.Items)
                    items.Add(Write(item));
                return items;
            case ObjectValue source:
                var members = new JsonObject();
                foreach (var (name, member) in source.Members)
                {
                    if (member is not Function)
                        members.Add(name, Write(member));
                }

                return members;
            case Function:
                return JsonValue.Create(string.Empty);
            default:
                return null;
        }
    }
}
