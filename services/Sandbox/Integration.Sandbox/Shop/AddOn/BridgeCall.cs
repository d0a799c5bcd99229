using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>One call to the add-on.</summary>
/// <param name="Query">Query as PHP reads it.</param>
/// <param name="Text">The body.</param>
internal sealed record BridgeCall(JsonObject Query, string Text)
{
    /// <summary>The body as an object.</summary>
    /// <exception cref="BridgeRefusedException">400.</exception>
    public JsonObject Body()
    {
        try
        {
            return JsonNode.Parse(Text) as JsonObject ?? throw NotAnObject();
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }

        static BridgeRefusedException NotAnObject() => BridgeRefusedException.BadRequest(null, "The body is not a JSON object.");
    }
}
