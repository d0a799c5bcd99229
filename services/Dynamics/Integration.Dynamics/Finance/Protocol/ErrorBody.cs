using System.Text.Json.Nodes;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>The error body of OData: <c>{"error":{"code","message","innererror":{"message","internalexception":{…}}}}</c>. The innermost text that says something counts.</summary>
internal static class ErrorBody
{
    private const int Deepest = 10;

    /// <summary>True when the body is one.</summary>
    public static bool Is(JsonNode? body) => body is JsonObject { Count: > 0 } answer && answer["error"] is JsonObject;

    /// <summary>Why the call was refused; empty when the body does not say.</summary>
    public static IReadOnlyList<Reason> Reasons(JsonNode? body)
    {
        var texts = Texts(body);
        return texts.Select(Infolog.Reasons).FirstOrDefault(reasons => reasons.Count > 0) ?? [.. texts.TakeLast(1).Select(text => new Reason("", text))];
    }

    /// <summary>All texts, from the outermost on.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? body)
    {
        var texts = new List<string>();
        var at = (body as JsonObject)?["error"] as JsonObject;
        for (var depth = 0; at is not null && depth < Deepest; depth++)
        {
            if (at["message"] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)) texts.Add(text.Trim());
            at = (at["innererror"] ?? at["internalexception"]) as JsonObject;
        }

        return texts;
    }
}
