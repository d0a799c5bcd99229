using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>Money given back, in the day.</summary>
internal sealed record RefundFigures
{
    /// <summary>Refunds in the shop.</summary>
    [JsonPropertyName("store")]
    public required int Store { get; init; }

    /// <summary>Of these, booked in the ERP.</summary>
    [JsonPropertyName("erp")]
    public required int Erp { get; init; }
}
