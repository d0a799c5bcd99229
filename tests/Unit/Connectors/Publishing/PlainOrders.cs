using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Mapping.Documents;

namespace Integration.Tests.Unit.Connectors.Publishing;

/// <summary>An ERP with three fields, whose shipped mapping is version 1. Nothing can be sent to it.</summary>
internal sealed class PlainOrders : ISalesOrders
{
    public static readonly string Shipped = Mapping(1);

    public IDocumentSchema Schema { get; } = new PathSchema("SalesOrder", new Dictionary<string, SchemaType>
    {
        ["Ref"] = SchemaType.Text, ["Total"] = SchemaType.Number, ["Ship"] = SchemaType.Text, ["City"] = SchemaType.Text, ["Currency"] = SchemaType.Text,
    });

    public string DefaultMapping => Shipped;

    /// <summary>A mapping document of that version; the reference comes from <paramref name="from"/>.</summary>
    public static string Mapping(int version, string from = "number", string more = "") => $$"""
        {
          "id": "plain.orders", "version": {{version}}, "lane": "orders", "direction": "toErp", "source": "order", "target": "SalesOrder",
          "rules": [
            { "to": "Ref", "from": "{{from}}", "required": true },
            { "to": "Total", "from": "total" },
            { "to": "Currency", "from": "currency" }{{more}}
          ]
        }
        """;

    public Money TotalOf(JsonObject document) => new(document["Total"]!.GetValue<decimal>(), document["Currency"]!.GetValue<string>());

    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct) => throw new InvalidOperationException("A dry run calls nobody.");

    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document) => [new PlannedCall("PUT", "/SalesOrder", document)];
}
