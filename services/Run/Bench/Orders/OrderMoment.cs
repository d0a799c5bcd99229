using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Orders;

/// <summary>How far a run was.</summary>
/// <param name="Second">Seconds since it began.</param>
/// <param name="Placed">Orders placed so far.</param>
/// <param name="InErp">Orders in the ERP so far.</param>
internal sealed record OrderMoment(
    [property: JsonPropertyName("second")] double Second, [property: JsonPropertyName("placed")] int Placed, [property: JsonPropertyName("inErp")] int InErp);
