using System.Text.Json.Nodes;

namespace Integration.Connectors.Ports;

/// <summary>Checks that what a pair's lookups lead to exists in the ERP; the doctor command asks for it per pair. Reads only.</summary>
public interface ILookupProbe
{
    /// <summary>Checks the targets of the lookups that this ERP knows.</summary>
    /// <param name="lookups">The pair file's lookups: table by name, each with <c>codes</c> and perhaps a <c>default</c>.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<ProbeFinding>> ProbeLookupsAsync(JsonObject lookups, CancellationToken ct);
}
