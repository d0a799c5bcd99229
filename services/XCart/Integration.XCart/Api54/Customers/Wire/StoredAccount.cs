using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.XCart.Api54.Customers.Wire;

/// <summary>A profile as stored. The password hash beside these fields is deliberately not read.</summary>
internal sealed record StoredAccount
{
    [JsonPropertyName("profile_id")]
    public required long Id { get; init; }

    [JsonPropertyName("login")]
    public string? Login { get; init; }

    [JsonPropertyName("anonymous")]
    public bool Anonymous { get; init; }

    /// <summary>0 for customers, 100 for administrators.</summary>
    [JsonPropertyName("access_level")]
    public int AccessLevel { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The order that this row is a copy for; lists do not show it.</summary>
    [JsonPropertyName("order")]
    public JsonElement Order { get; init; }

    /// <summary>True for a customer's own account, as far as this reading shows it.</summary>
    [JsonIgnore]
    public bool IsAccount => !Anonymous && AccessLevel == 0 && (Order.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null);
}
