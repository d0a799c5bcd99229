using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Dynamics.Protocol;

/// <summary>Writes bodies.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a body.</summary>
    public static string Of(JsonObject body) => body.ToJsonString(Options);

    /// <summary>A number as exact decimal, whatever it was made of; null when the node is none.</summary>
    public static decimal? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The body as content, anew for each attempt.</summary>
    public static Func<HttpContent> Content(JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(Of(body));
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };
    }
}
