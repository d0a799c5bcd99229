using System.Text.Json.Serialization;

namespace Integration.Run.Bench.FlashSale;

/// <summary>How many orders were placed and not in the ERP.</summary>
/// <param name="Second">Seconds since the sale began.</param>
/// <param name="Backlog">Orders waiting.</param>
internal sealed record SaleMoment([property: JsonPropertyName("second")] double Second, [property: JsonPropertyName("backlog")] int Backlog);
