using System.Text.Json.Serialization;

namespace Integration.XCart.AddOn;

/// <summary>A row of a stock answer: a level as read, or what came of setting it.</summary>
internal sealed record StockRow
{
    [JsonPropertyName("product")]
    public required long Product { get; init; }

    [JsonPropertyName("variant")]
    public long? Variant { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("amount")]
    public long Amount { get; init; }

    [JsonPropertyName("tracked")]
    public bool Tracked { get; init; } = true;

    [JsonPropertyName("own")]
    public bool Own { get; init; } = true;

    /// <summary>As the protocol's table has it; only in the answer to setting.</summary>
    [JsonPropertyName("result")]
    public string? Result { get; init; }

    [JsonPropertyName("actual")]
    public long? Actual { get; init; }
}
