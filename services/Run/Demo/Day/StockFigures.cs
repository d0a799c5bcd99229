using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>The stock lane of the day, counted by SKUs.</summary>
internal sealed record StockFigures
{
    /// <summary>SKUs whose figure moved in the ERP.</summary>
    [JsonPropertyName("marked")]
    public required int Marked { get; init; }

    /// <summary>Of these, SKUs whose level in the shop is the ERP's again.</summary>
    [JsonPropertyName("written")]
    public required int Written { get; init; }

    /// <summary>Units that the ERP cannot deliver because more were sold than it had.</summary>
    [JsonPropertyName("oversold")]
    public required decimal Oversold { get; init; }
}
