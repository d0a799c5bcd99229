using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Acumatica.Protocol;

/// <summary>Reads JSON that came from outside.</summary>
internal static class StrictJson
{
    // A repeated name would otherwise surface later, as an exception on first access.
    private static readonly JsonDocumentOptions NoRepeats = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON, or null when it is none or repeats a name.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty) return null;
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
