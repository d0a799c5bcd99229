using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Mapping.Documents;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An ERP's books in memory; every document that was really made is kept, so that doubles show.</summary>
internal sealed class FakeBooks : IErpPayments
{
    private static readonly MappingPort Port = new("payments.toErp", PaymentSource.Schema, new Fields(), """
        {
          "id": "fake", "version": 3, "lane": "payments", "direction": "toErp", "source": "payment", "target": "booking",
          "rules": [
            { "to": "amount", "from": "amount", "required": true }, { "to": "currency", "from": "currency" },
            { "to": "method", "from": "method", "lookup": "methods", "required": true }
          ]
        }
        """);

    public List<(string Key, decimal Amount)> Made { get; } = [];

    /// <summary>What the next writes do after they made the document; null goes on as usual.</summary>
    public Queue<Func<WriteOutcome?>> Next { get; } = new();

    public decimal AmountOff { get; set; }

    /// <summary>Whether every order counts as made just now.</summary>
    public bool NewOrders { get; set; }

    /// <summary>How often it was looked.</summary>
    public int Looks { get; private set; }

    public bool IsNew(RecordRef erpOrder) => NewOrders;

    public MappingPort? MappingOf(PaymentBooking booking) => booking == PaymentBooking.Payment ? Port : null;

    public Money? AmountOf(PaymentBooking booking, JsonObject document) => new Money(document["amount"]!.GetValue<decimal>() + AmountOff, (string)document["currency"]!);

    public Task<LookOutcome> FindAsync(PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        Looks++;
        var found = Made.Where(made => made.Key == posting.Entry.Key).ToList();
        return Task.FromResult<LookOutcome>(found.Count == 0
            ? new LookOutcome.NotFound()
            : found[0].Amount == posting.Entry.Amount ? new LookOutcome.Same(RefOf(posting)) : new LookOutcome.Different(RefOf(posting), [new Reason("amount", "differs")]));
    }

    public Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        if (Made.Find(made => made.Key == posting.Entry.Key) is { Key: not null } found && found.Amount != posting.Entry.Amount)
            return Task.FromResult<WriteOutcome>(new WriteOutcome.Differs(RefOf(posting), [new Reason("amount", "differs")]));
        var next = Next.TryDequeue(out var answer) ? answer : null;
        if (next?.Invoke() is { } instead) return Task.FromResult(instead);
        Made.Add((posting.Entry.Key, posting.Entry.Amount));
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(RefOf(posting)));
    }

    public IReadOnlyList<PlannedCall> Plan(PaymentPosting posting, JsonObject document) => [new PlannedCall("PUT", "Payment", document)];

    public IAsyncEnumerable<BookedPaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, CancellationToken ct) => throw new NotSupportedException();

    private static RecordRef RefOf(PaymentPosting posting) => new(Entities.Payment, $"P/{posting.Entry.Key}", $"P-{posting.Entry.Key}");

    private sealed class Fields : IDocumentSchema
    {
        public string Name => "booking";

        public bool Knows(string path, out SchemaType type)
        {
            type = path == "amount" ? SchemaType.Number : SchemaType.Text;
            return path is "amount" or "currency" or "method";
        }
    }
}
