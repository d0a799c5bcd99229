using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;

namespace Integration.Mapping.Documents;

/// <summary>A mapping document that has been checked and is ready to map; safe to use by several threads.</summary>
public sealed class CompiledMapping
{
    private static readonly MappingContext NoContext = new();
    private readonly CompiledRule[] _rules;

    internal CompiledMapping(MappingDocument document)
    {
        Document = document;
        _rules = CompiledRule.Of(document.Rules, string.Empty);
        Lookups = [.. LookupsOf(document.Rules).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The document.</summary>
    public MappingDocument Document { get; }

    /// <summary>The lookup tables that its rules name.</summary>
    public IReadOnlyList<string> Lookups { get; }

    /// <summary>Maps one record. Problems of the record are in the result, all of them; nothing is thrown for them.</summary>
    /// <param name="source">The record as JSON; it is not changed.</param>
    /// <param name="lookups">The pair's tables.</param>
    /// <param name="context">Time zone, variables, clock.</param>
    /// <param name="ct">Stops the mapping.</param>
    public MappingResult Map(JsonNode source, ILookups lookups, MappingContext? context = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lookups);
        var record = new RecordMapping(Document, source, lookups, context ?? NoContext, ct);
        return new MappingResult { Draft = record.Map(_rules), Problems = record.Problems };
    }

    private static IEnumerable<string> LookupsOf(IReadOnlyList<MappingRule> rules) =>
        rules.SelectMany(rule => (rule.Lookup is null ? [] : (string[])[rule.Lookup]).Concat(rule.Convert?.Tables ?? []).Concat(LookupsOf(rule.Rules)));
}
