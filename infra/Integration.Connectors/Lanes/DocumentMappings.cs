using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Lanes;

/// <summary>Maps records by the pair's mapping document, or the connector's own; documents and lookups are compiled once per text.</summary>
internal sealed class DocumentMappings(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Pair, string Name), (string Text, CompiledMapping Mapping)> _mappings = new();
    private readonly ConcurrentDictionary<string, (JsonObject Source, ILookups Tables)> _tables = new(StringComparer.Ordinal);

    /// <summary>Maps one record; all its problems are collected.</summary>
    /// <param name="pair">Its document (or the port's own), lookups and time zone.</param>
    /// <param name="port">The document's name, schemas and default.</param>
    /// <param name="source">The canonical record as JSON.</param>
    public MappedDocument Map(PairDefinition pair, MappingPort port, JsonObject source)
    {
        try
        {
            var mapping = MappingOf(pair, port);
            var result = mapping.Map(source, TablesOf(pair), new MappingContext { TimeZone = pair.TimeZone, Clock = time });
            return new MappedDocument(result.Document, ClassOf(result.Problems), [.. result.Problems.Select(problem => ReasonOf(problem, port.Name))], mapping.Document.Version);
        }
        catch (Exception unusable) when (unusable is DocumentException or PairFileException)
        {
            // A document that cannot be used stops the pair's records with a plain reason; they are retried when it is mended.
            return new MappedDocument(null, AttentionClasses.MappingFailed, [new Reason(port.Name, unusable.Message) { Cause = new ReasonCause { Document = port.Name } }]);
        }
    }

    /// <summary>A problem of a mapping as a reason, with what causes it.</summary>
    public static Reason ReasonOf(MappingProblem problem, string document) => new(problem.Place, problem.Message)
    {
        Cause = new ReasonCause { Table = problem.Lookup, Code = problem.Code, Document = document, Version = problem.Version, Rule = problem.Rule },
    };

    /// <summary>The attention class of problems.</summary>
    public static string ClassOf(IReadOnlyList<MappingProblem> problems) =>
        problems.Any(problem => problem.Kind == ProblemKind.UnmappedCode) ? AttentionClasses.UnmappedCode : AttentionClasses.MappingFailed;

    private CompiledMapping MappingOf(PairDefinition pair, MappingPort port)
    {
        var text = PairDocument.Read(pair, port.Name) ?? port.Default;
        var key = (pair.Name, port.Name);
        if (_mappings.TryGetValue(key, out var known) && known.Text == text) return known.Mapping;
        // The source is not checked here: publishing did, and every order would pay for it again after a restart.
        var mapping = MappingDocument.Parse(text).Compile(source: null, port.Target);
        _mappings[key] = (text, mapping);
        return mapping;
    }

    private ILookups TablesOf(PairDefinition pair)
    {
        if (_tables.TryGetValue(pair.Name, out var known) && ReferenceEquals(known.Source, pair.Lookups)) return known.Tables;
        var tables = PairTables.Of(pair);
        _tables[pair.Name] = (pair.Lookups, tables);
        return tables;
    }
}
