using System.Text.Json.Serialization;

namespace Integration.XCart.AddOn;

/// <summary>The answer to <c>POST tracking</c> and <c>POST notes</c>.</summary>
/// <param name="Result"><c>added</c> or <c>present</c>.</param>
internal sealed record AddOnAddition([property: JsonPropertyName("result")] string? Result);
