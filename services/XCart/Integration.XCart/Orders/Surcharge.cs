using System.Text.Json.Serialization;

namespace Integration.XCart.Orders;

/// <summary>A shipping cost, tax, discount or fee of an order; up to four decimals, discounts negative. Both APIs write it the same way.</summary>
internal sealed record Surcharge
{
    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    [JsonPropertyName("code")]
    public string Code { get; init; } = "";

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>True when the prices contain it already.</summary>
    [JsonPropertyName("include")]
    public bool Included { get; init; }

    [JsonPropertyName("available")]
    public bool Available { get; init; } = true;

    [JsonPropertyName("value")]
    public decimal Value { get; init; }
}
