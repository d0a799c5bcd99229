using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Integration.Connectors.Http;

/// <summary>Reads JSON that came from outside.</summary>
public static class StrictJson
{
    // A repeated name would otherwise surface later, as an exception on first access.
    private static readonly JsonDocumentOptions NoRepeats = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON, or null when it is none, is not UTF-8 or repeats a name.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> body)
    {
        // The parser looks at texts only when they are taken.
        if (body.IsEmpty || !Utf8.IsValid(body)) return null;
        try
        {
            return JsonNode.Parse(body, null, NoRepeats);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
