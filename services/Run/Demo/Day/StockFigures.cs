using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>The stock lane of the day, as the gateway counts; oversold by the ERP's own figures.</summary>
internal sealed record StockFigures
{
    /// <summary>How often a SKU was marked because its figure moved on either side.</summary>
    [JsonPropertyName("marked")]
    public required int Marked { get; init; }

    /// <summary>Levels written to the shop; many marks may lead to one, and an equal level is not written.</summary>
    [JsonPropertyName("written")]
    public required int Written { get; init; }

    /// <summary>Units that the ERP cannot deliver because more were sold than it had.</summary>
    [JsonPropertyName("oversold")]
    public required decimal Oversold { get; init; }
}
