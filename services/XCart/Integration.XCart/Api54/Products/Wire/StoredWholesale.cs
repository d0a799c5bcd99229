using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Products.Wire;

/// <summary>A wholesale price (add-on CDev\Wholesale). Within its product it does not show its membership.</summary>
internal sealed record StoredWholesale
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("price")]
    public decimal Price { get; init; }

    [JsonPropertyName("quantityRangeBegin")]
    public int From { get; init; } = 1;

    [JsonPropertyName("membership")]
    public NamedRow? Membership { get; init; }
}
