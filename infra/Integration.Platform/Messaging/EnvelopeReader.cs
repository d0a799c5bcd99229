using System.Text.Json;

namespace Integration.Platform.Messaging;

/// <summary>Reads the envelope that <see cref="StoredEnvelope"/> writes, for dead letters.</summary>
internal static class EnvelopeReader
{
    private const string UrnPrefix = "urn:message:";

    /// <summary>Null when the body is not such an envelope.</summary>
    public static Envelope? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("message", out var message)
                && root.TryGetProperty("messageId", out var id) && id.TryGetGuid(out var messageId)
                    ? new Envelope(messageId, TypeOf(root), message.GetRawText())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TypeOf(JsonElement root) =>
        root.TryGetProperty("messageType", out var types)
        && types.ValueKind == JsonValueKind.Array && types.GetArrayLength() > 0
        && types[0].GetString() is { } urn && urn.StartsWith(UrnPrefix, StringComparison.Ordinal)
            ? urn[UrnPrefix.Length..].Replace(':', '.')
            : null;
}
