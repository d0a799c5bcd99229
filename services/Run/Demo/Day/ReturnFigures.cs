using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>Goods sent back, in the day.</summary>
internal sealed record ReturnFigures
{
    /// <summary>Orders sent back in the shop.</summary>
    [JsonPropertyName("store")]
    public required int Store { get; init; }

    /// <summary>Of these, with a return in the ERP.</summary>
    [JsonPropertyName("erp")]
    public required int Erp { get; init; }
}
