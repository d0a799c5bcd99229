using System.Globalization;
using Integration.Connectors.Corrections;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Lanes;

/// <summary>A half of a lane that maps its records by documents.</summary>
/// <param name="Key">The half.</param>
/// <param name="Ports">The documents, the main one first.</param>
internal sealed record MappedHalf(LaneKey Key, IReadOnlyList<MappingPort> Ports)
{
    private const string WholeDocument = "(the whole document)";

    /// <summary>The half that writes.</summary>
    public static MappedHalf Writing(string pair, string lane, params IReadOnlyList<MappingPort> ports) => new(new LaneKey(pair, lane, LaneHalves.Writing), ports);

    /// <summary>The half that reads.</summary>
    public static MappedHalf Reading(string pair, string lane, params IReadOnlyList<MappingPort> ports) => new(new LaneKey(pair, lane, LaneHalves.Reading), ports);

    /// <summary>What documents and lookups are known by; null while a document cannot be read.</summary>
    public string? StampOf(PairDefinition pair)
    {
        var parts = PairParts.Of(pair, Ports);
        return Ports.Any(port => parts[port.Name] == PairParts.Unreadable)
            ? null
            : DocumentText.HashOf(string.Join('\n', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key} {part.Value}")));
    }

    /// <summary>The rules behind a record's problems; null when the record itself is to blame.</summary>
    public RuleStop? StopOf(PairDefinition pair, IReadOnlyList<Reason> problems, int? version)
    {
        var causes = problems.Select(problem => problem.Cause).OfType<ReasonCause>().ToList();
        return causes.Count == 0
            ? null
            : new RuleStop(
                causes.Select(cause => cause.Document).FirstOrDefault(document => !string.IsNullOrEmpty(document)) ?? Ports[0].Name,
                version?.ToString(CultureInfo.InvariantCulture) ?? "", StampOf(pair) ?? "",
                [.. causes.Select(cause => cause.Rule ?? WholeDocument).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
