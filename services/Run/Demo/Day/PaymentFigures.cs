using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>The payment lane of the day.</summary>
internal sealed record PaymentFigures
{
    /// <summary>Captures of the run in the shop.</summary>
    [JsonPropertyName("captured")]
    public required int Captured { get; init; }

    /// <summary>Of these, booked in the ERP.</summary>
    [JsonPropertyName("inErp")]
    public required int InErp { get; init; }

    /// <summary>Captured in the shop, by currency.</summary>
    [JsonPropertyName("storeTotal")]
    public required IReadOnlyDictionary<string, decimal> StoreTotal { get; init; }

    /// <summary>Booked in the ERP, by currency.</summary>
    [JsonPropertyName("erpTotal")]
    public required IReadOnlyDictionary<string, decimal> ErpTotal { get; init; }
}
