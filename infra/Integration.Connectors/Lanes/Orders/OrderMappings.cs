using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Maps orders by the pair's mapping document, or the connector's own; documents and lookups are compiled once per text.</summary>
internal sealed class OrderMappings(TimeProvider time) : IOrderMapping
{
    /// <summary>The document's name in pair files.</summary>
    public const string Document = "orders.toErp";

    private readonly ConcurrentDictionary<string, (string Text, CompiledMapping Mapping)> _mappings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (JsonObject Source, ILookups Tables)> _tables = new(StringComparer.Ordinal);

    public MappedOrder Map(PairDefinition pair, ISalesOrders erp, JsonObject source)
    {
        try
        {
            var mapping = MappingOf(pair, erp);
            var result = mapping.Map(source, TablesOf(pair), new MappingContext { TimeZone = pair.TimeZone, Clock = time });
            return new MappedOrder(result.Document, ClassOf(result.Problems), [.. result.Problems.Select(ReasonOf)], mapping.Document.Version);
        }
        catch (Exception unusable) when (unusable is DocumentException or PairFileException)
        {
            // A document that cannot be used stops the pair's orders with a plain reason; they are retried when it is mended.
            return new MappedOrder(null, AttentionClasses.MappingFailed, [new Reason(Document, unusable.Message) { Cause = new ReasonCause { Document = Document } }]);
        }
    }

    private CompiledMapping MappingOf(PairDefinition pair, ISalesOrders erp)
    {
        var text = PairDocument.Read(pair, Document) ?? erp.DefaultMapping;
        if (_mappings.TryGetValue(pair.Name, out var known) && known.Text == text) return known.Mapping;
        var mapping = MappingDocument.Parse(text).Compile(source: null, erp.Schema);
        _mappings[pair.Name] = (text, mapping);
        return mapping;
    }

    private ILookups TablesOf(PairDefinition pair)
    {
        if (_tables.TryGetValue(pair.Name, out var known) && ReferenceEquals(known.Source, pair.Lookups)) return known.Tables;
        var tables = PairTables.Of(pair);
        _tables[pair.Name] = (pair.Lookups, tables);
        return tables;
    }

    /// <summary>A problem of a mapping as a reason, with what causes it.</summary>
    public static Reason ReasonOf(MappingProblem problem) => new(problem.Place, problem.Message)
    {
        Cause = new ReasonCause { Table = problem.Lookup, Code = problem.Code, Document = Document, Version = problem.Version, Rule = problem.Rule },
    };

    /// <summary>The attention class of problems.</summary>
    public static string ClassOf(IReadOnlyList<MappingProblem> problems) =>
        problems.Any(problem => problem.Kind == ProblemKind.UnmappedCode) ? AttentionClasses.UnmappedCode : AttentionClasses.MappingFailed;
}
