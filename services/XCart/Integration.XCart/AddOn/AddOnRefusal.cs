using System.Text.Json;
using System.Text.Json.Serialization;
using Integration.Connectors.Http;
using Integration.XCart.Api;

namespace Integration.XCart.AddOn;

/// <summary>Why the add-on refused: <c>{"error":{"field":"items[3].to","message":"…"}}</c>.</summary>
internal sealed record AddOnRefusal
{
    [JsonPropertyName("error")]
    public Fault? Error { get; init; }

    /// <summary>The refusal in an answer, or null when the answer is not the add-on's own.</summary>
    public static Fault? In(OutsideAnswer.Answered answer)
    {
        try
        {
            return JsonSerializer.Deserialize<AddOnRefusal>(answer.Body.Span, ShopJson.Options)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The fault and its field.</summary>
    /// <param name="Field">Null where none is meant.</param>
    /// <param name="Message">Plain words.</param>
    internal sealed record Fault(
        [property: JsonPropertyName("field")] string? Field,
        [property: JsonPropertyName("message")] string? Message);
}
