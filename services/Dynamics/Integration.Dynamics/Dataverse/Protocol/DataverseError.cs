using System.Text.Json.Nodes;

namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>The error of an answer: <c>{"error":{"code":"0x80040265","message":"…"}}</c>. A code does not follow from the status.</summary>
/// <param name="Code">The code, lower case; empty when there is none.</param>
/// <param name="Message">The text; empty when there is none.</param>
internal sealed record DataverseError(string Code, string Message)
{
    /// <summary>Reads it; both empty when the body is no error.</summary>
    public static DataverseError Of(JsonNode? body) => (body as JsonObject)?["error"] is JsonObject error ? new DataverseError(Text(error["code"]).ToLowerInvariant(), Text(error["message"])) : new DataverseError("", "");

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";
}
