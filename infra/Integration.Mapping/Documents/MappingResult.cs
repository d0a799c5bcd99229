using System.Text.Json.Nodes;

namespace Integration.Mapping.Documents;

/// <summary>The outcome of mapping one record.</summary>
public sealed record MappingResult
{
    /// <summary>The target document; null if there is any problem.</summary>
    public JsonObject? Document => Problems.Count == 0 ? Draft : null;

    /// <summary>What could be mapped, problems or not; for showing, never for sending.</summary>
    public required JsonObject Draft { get; init; }

    /// <summary>All problems of the record, in the order of the rules; an unmapped code is listed once per table.</summary>
    public required IReadOnlyList<MappingProblem> Problems { get; init; }
}
