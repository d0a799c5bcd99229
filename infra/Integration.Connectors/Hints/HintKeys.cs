using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Hints;

/// <summary>Takes the keys of records out of a hint's body, and nothing else: its values may be old, and its sender may be anybody who can sign.</summary>
public static class HintKeys
{
    // Longer than any key; the text goes into the row of the look.
    private const int Longest = 200;

    /// <summary>Reads a body once; null when it is no hint at all.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="named">The records that it names; null when it is no hint.</param>
    /// <param name="delivery">What names it in each of its deliveries; null where its sender gives no such id.</param>
    public static PushNotification? Read(ReadOnlySpan<byte> body, Func<JsonNode, IEnumerable<(string Entity, string Id)>?> named, Func<JsonNode, string?>? delivery = null)
    {
        try
        {
            return StrictJson.Read(body) is { } read && named(read) is { } records ? new PushNotification([.. records.Distinct()], delivery?.Invoke(read)) : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is no Unicode shows only when it is taken; and no record has such a key.
            return null;
        }
    }

    /// <summary>A text by which a record may be named; empty when there is none.</summary>
    /// <exception cref="InvalidOperationException">It is no key of any record.</exception>
    public static string Text(JsonObject row, string name)
    {
        if (row[name] is not JsonValue value || !value.TryGetValue<string>(out var text)) return "";
        return text.Length <= Longest && !text.Any(char.IsControl) ? text.Trim() : throw new InvalidOperationException($"{name} is no key.");
    }
}
