using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A line of a shown order; it has no id and stands in the order of the stored lines.</summary>
internal sealed record ShownItem
{
    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("quantity")]
    public decimal Quantity { get; init; }

    /// <summary>An object of option name and choice; PHP writes an empty one as <c>[]</c>.</summary>
    [JsonPropertyName("attributes")]
    public JsonElement Attributes { get; init; }
}
