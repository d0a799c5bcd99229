using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A payment transaction of a stored order.</summary>
internal sealed record StoredTransaction
{
    [JsonPropertyName("transaction_id")]
    public required long Id { get; init; }

    /// <summary>The number that staff and the payment provider see, such as <c>000008-QO74</c>.</summary>
    [JsonPropertyName("public_id")]
    public string? PublicId { get; init; }

    [JsonPropertyName("method_name")]
    public string? MethodName { get; init; }

    [JsonPropertyName("method_local_name")]
    public string? MethodTitle { get; init; }

    /// <summary>I, P, S, W, F, C or V.</summary>
    [JsonPropertyName("status")]
    public string Status { get; init; } = "";

    /// <summary>What the customer began it as: <c>sale</c> or <c>auth</c>; a later capture does not change it.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    [JsonPropertyName("value")]
    public decimal Value { get; init; }
}
