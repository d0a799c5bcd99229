using System.Text.Json.Serialization;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.Orders.Wire;

/// <summary>A payment transaction's own record: only there stands what went on at the provider.</summary>
internal sealed record WholeTransaction
{
    [JsonPropertyName("transaction_id")]
    public required long Id { get; init; }

    [JsonPropertyName("data")]
    public IReadOnlyList<TransactionData>? Data { get; init; }

    [JsonPropertyName("backend_transactions")]
    public IReadOnlyList<BackendTransaction>? Operations { get; init; }
}
