using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>The product lane of the day.</summary>
internal sealed record ProductFigures
{
    /// <summary>Products that came from the ERP into the shop, or changed there as the ERP has them.</summary>
    [JsonPropertyName("toStore")]
    public required int ToStore { get; init; }

    /// <summary>Products whose change in the shop the ERP has; null where the ERP is not written.</summary>
    [JsonPropertyName("toErp")]
    public required int? ToErp { get; init; }
}
