using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Orders;

/// <summary>A backend transaction on the wire; 5.4 writes its moment as Unix seconds, 5.5 as text.</summary>
internal sealed record BackendTransaction
{
    [JsonPropertyName("id")]
    public required long Id { get; init; }

    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    [JsonPropertyName("status")]
    public string Status { get; init; } = "";

    [JsonPropertyName("value")]
    public decimal Value { get; init; }

    [JsonPropertyName("date"), JsonConverter(typeof(PhpMoment))]
    public DateTimeOffset At { get; init; }

    public ShopOperation ToShop() => new(Id, Type, Status, Value, At);
}
