using System.Text.Json.Serialization;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A payment transaction of an order.</summary>
internal sealed record TransactionOutput
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    /// <summary>The number that staff and the payment provider see, such as <c>000008-QO74</c>.</summary>
    [JsonPropertyName("public_id")]
    public string? PublicId { get; init; }

    [JsonPropertyName("name")]
    public string? MethodName { get; init; }

    [JsonPropertyName("local_name")]
    public string? MethodTitle { get; init; }

    /// <summary>I, P, S, W, F, C or V.</summary>
    [JsonPropertyName("status")]
    public string Status { get; init; } = "";

    /// <summary><c>sale</c> or <c>auth</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    [JsonPropertyName("data")]
    public IReadOnlyList<TransactionData>? Data { get; init; }

    /// <summary>What went on at the provider.</summary>
    [JsonPropertyName("backend_transactions")]
    public IReadOnlyList<BackendTransaction>? Operations { get; init; }

    [JsonPropertyName("value")]
    public decimal Value { get; init; }
}
