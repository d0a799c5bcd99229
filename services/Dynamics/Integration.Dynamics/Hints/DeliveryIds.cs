using System.Text.Json.Nodes;

namespace Integration.Dynamics.Hints;

/// <summary>
/// What names a notification in each of its deliveries. <c>ControlNumber</c> of business events does not: it grows with gaps, so that neither a loss nor a repetition can be read from it.
/// </summary>
internal static class DeliveryIds
{
    private const int Longest = 100;

    /// <summary><c>EventId</c> of a business event, or message, record and <c>OperationId</c> of a webhook or data event; null for anything else.</summary>
    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    public static string? Of(JsonNode body)
    {
        if (body is not JsonObject one) return null;
        if (Text(one, "EventId") is { Length: > 0 and <= Longest } id) return id;
        return Guid.TryParse(Text(one, "OperationId"), out var operation) && operation != Guid.Empty && Text(one, "MessageName") is { Length: > 0 and <= Longest } message
            && Guid.TryParse(Text(one, "PrimaryEntityId"), out var record)
            ? $"{message} {record:D} {operation:D}"
            : null;
    }

    private static string Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
