using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Records;
using Integration.Mapping.Documents;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An ERP's returns in memory.</summary>
internal sealed class FakeReturns : IErpReturns
{
    private const string Document = """
        { "id": "r", "version": 1, "lane": "returns", "direction": "toErp", "source": "return", "target": "Return",
          "rules": [ { "to": "reference", "from": "reference" }, { "to": "total", "from": "total" } ] }
        """;

    public List<string> Created { get; } = [];

    /// <summary>What writes answer instead of done, once each.</summary>
    public Queue<WriteOutcome> NextWrites { get; } = new();

    public MappingPort Mapping { get; } = new("returns.toErp", new AnySchema(), new AnySchema(), Document);

    public Task<ReadOutcome<ErpSale>> ReadSaleAsync(string orderId, CancellationToken ct) => Task.FromResult<ReadOutcome<ErpSale>>(
        new ReadOutcome<ErpSale>.Found(new ErpSale("C1", [new ErpSaleLine("1", "MUG-01", 2m, [new InvoicedGoods("Invoice", "INV1", 1, 2m)])])));

    public Money TotalOf(JsonObject document) => new(document["total"]!.GetValue<decimal>(), "EUR");

    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) =>
        Task.FromResult<LookOutcome>(Created.Contains(reference) ? new LookOutcome.Same(Ref(reference)) : new LookOutcome.NotFound());

    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct)
    {
        if (NextWrites.TryDequeue(out var outcome)) return Task.FromResult(outcome);
        Created.Add(reference);
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(reference)));
    }

    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document) => [new PlannedCall("PUT", "Return", document)];

    public IAsyncEnumerable<ChangePage> ReturnsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<ChangePage> CreditsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReadOutcome<FoundReturn>> ReadReturnAsync(string id, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReadOutcome<FoundCredit>> ReadCreditAsync(string id, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<CreditPage> OfDayAsync(DateOnly day, CancellationToken ct) => throw new NotSupportedException();

    private static RecordRef Ref(string reference) => new(Entities.Return, $"RC|{reference}", $"RC-{reference}");

    private sealed class AnySchema : IDocumentSchema
    {
        public string Name => "Return";

        public bool Knows(string path, out SchemaType type)
        {
            type = path == "total" ? SchemaType.Number : SchemaType.Text;
            return true;
        }
    }
}
