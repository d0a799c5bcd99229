using System.Text.Json.Nodes;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>
/// Makes JSON nodes of values. Functions are left out of objects and are empty text elsewhere. More nodes than the limit of
/// output, or deeper nesting than serialisers take, is error U1002.
/// </summary>
internal static class NodeWriter
{
    private const int MaxDepth = 200;

    public static JsonNode? Write(object? value, JsonataLimits limits) => Write(value, new Visits(limits.MaxOutput, "U1002"), 0);

    /// <summary>As part of a result that has been begun already.</summary>
    public static JsonNode? Write(object? value, Visits visits, int depth)
    {
        visits.Enter();
        if (depth > MaxDepth)
            throw new JsonataException("U1002");
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
                    items.Add(Write(item, visits, depth + 1));
                return items;
            case ObjectValue source:
                var members = new JsonObject();
                foreach (var (name, member) in source.Members)
                {
                    if (member is not Function)
                        members.Add(name, Write(member, visits, depth + 1));
                }

                return members;
            case Function:
                return JsonValue.Create(string.Empty);
            default:
                return null;
        }
    }
}
