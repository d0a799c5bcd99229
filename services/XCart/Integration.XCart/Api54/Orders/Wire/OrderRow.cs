using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A row of the order list in the default schema: scalar columns only.</summary>
internal record OrderRow
{
    [JsonPropertyName("order_id")]
    public required long Id { get; init; }

    /// <summary>Null for carts and orders that were never finished.</summary>
    [JsonPropertyName("orderNumber")]
    public string? Number { get; init; }

    /// <summary>Unix seconds; moves a little while the order is being placed.</summary>
    [JsonPropertyName("date")]
    public required long PlacedAt { get; init; }

    /// <summary>Unix seconds of the last change of the order's own row.</summary>
    [JsonPropertyName("lastRenewDate")]
    public required long ChangedAt { get; init; }

    [JsonPropertyName("stockStatus")]
    public string? StockStatus { get; init; }
}
