using System.Text.Json.Serialization;

namespace Integration.Run.Bench.Orders;

/// <summary>A line of a sandbox's journal: an order as it was committed.</summary>
/// <param name="Seq">Its place.</param>
/// <param name="At">Milliseconds since 1970, UTC.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Reference">The shop's order number, or the ERP's reference of it.</param>
/// <param name="State">The state committed.</param>
internal sealed record Commit(
    [property: JsonPropertyName("seq")] long Seq, [property: JsonPropertyName("at")] double At, [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("reference")] string Reference, [property: JsonPropertyName("state")] string State);
