using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Maps orders by the pair's mapping document, or the connector's own; documents and lookups are compiled once per text.</summary>
internal sealed class OrderMappings(TimeProvider time) : IOrderMapping
{
    /// <summary>Stands for the ERP's id of a customer that is not there yet.</summary>
    public const string NewCustomer = "(new customer)";

    private const string Document = DocumentNames.OrdersToErp;

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

    /// <summary>What a mapping document reads: the canonical order, with the ERP's id of its customer.</summary>
    public static JsonObject SourceOf(Order order, string customerId)
    {
        var source = JsonSerializer.SerializeToNode(order, ContractsJson.Options)!.AsObject();
        source["customer"]!["erpId"] = customerId;
        return source;
    }

    /// <summary>Why a mapped order that does not add up to the shop's total is not sent.</summary>
    public static Reason WrongTotal(Money mapped, Money wanted, int? version) =>
        new("total", $"The mapped order adds up to {mapped}, the shop's order to {wanted}: correct the mapping document.")
        {
            Cause = new ReasonCause { Document = Document, Version = version, Rule = "total" },
        };

    /// <summary>A problem of a mapping as a reason, with what causes it.</summary>
    public static Reason ReasonOf(MappingProblem problem) => new(problem.Place, problem.Message)
    {
        Cause = new ReasonCause { Table = problem.Lookup, Code = problem.Code, Document = Document, Version = problem.Version, Rule = problem.Rule },
    };

    /// <summary>The attention class of problems.</summary>
    public static string ClassOf(IReadOnlyList<MappingProblem> problems) =>
        problems.Any(problem => problem.Kind == ProblemKind.UnmappedCode) ? AttentionClasses.UnmappedCode : AttentionClasses.MappingFailed;
}
