using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A tracking number of a stored order.</summary>
internal sealed record StoredTracking
{
    [JsonPropertyName("tracking_id")]
    public required long Id { get; init; }

    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>Its order; only in the answer to its own creation.</summary>
    [JsonPropertyName("order")]
    public OrderRow? Order { get; init; }
}
