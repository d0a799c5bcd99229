using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Mapping.Documents;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An ERP in memory.</summary>
internal sealed class FakeErp : IErp, ISalesOrders, IErpCustomers, IFulfilmentReader, IPushReader
{
    private readonly Lock _lock = new();

    public List<(string Reference, JsonObject Document)> Created { get; } = [];

    public List<string> Customers { get; } = [];

    public List<string> Cancelled { get; } = [];

    public Queue<Func<WriteOutcome?>> NextCreates { get; } = new();

    public Dictionary<string, ErpOrderProgress> Progress { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ErpShipment> Posted { get; } = new(StringComparer.Ordinal);

    public WriteOutcome? CancelAnswer { get; set; }

    public decimal TotalOff { get; set; }

    public string Connection => "erp";

    public Capabilities Capabilities { get; set; } = new();

    public TimeSpan LongestLateCommit => TimeSpan.FromMinutes(35);

    public ISalesOrders SalesOrders => this;

    IErpCustomers IErp.Customers => this;

    public IFulfilmentReader Fulfilment => this;

    public IPushReader Push => this;

    public IErpPayments? Payments { get; set; }

    public IErpReturns? Returns { get; init; }

    public IErpStock? Stock { get; set; }

    public string? GuestCustomer { get; set; }

    public IDocumentSchema Schema { get; } = new PathSchema("SalesOrder", new Dictionary<string, SchemaType>());

    public string DefaultMapping => "{}";

    public Task<IReadOnlyList<ProbeFinding>> ProbeAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ProbeFinding>>([]);

    public Money TotalOf(JsonObject document) => new(document["total"]!.GetValue<decimal>() + TotalOff, "EUR");

    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) => FindByReferenceAsync(reference, ct);

    public Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult<LookOutcome>(Created.Any(order => order.Reference == reference)
                ? new LookOutcome.Same(Ref(reference)) : new LookOutcome.NotFound());
        }
    }

    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct)
    {
        lock (_lock)
        {
            if (NextCreates.TryDequeue(out var next) && next() is { } outcome) return Task.FromResult(outcome);
            Commit(reference, document);
            return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(reference), CreateEcho?.Invoke(reference)));
        }
    }

    /// <summary>What the answer to a creation shows, by reference; null to show nothing.</summary>
    public Func<string, string>? CreateEcho { get; set; }

    public void Commit(string reference, JsonObject document) => Created.Add((reference, document));

    public Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct)
    {
        if (UpdateAnswer is { } answer) return Task.FromResult(answer);
        Updated.Add((orderId, document));
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref(reference), UpdateEcho));
    }

    public WriteOutcome? UpdateAnswer { get; set; }

    public string? UpdateEcho { get; set; }

    public List<(string Id, JsonObject Document)> Updated { get; } = [];

    public List<string> Reopened { get; } = [];

    public LookOutcome? CompareAnswer { get; set; }

    public Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct) =>
        Task.FromResult(CompareAnswer ?? new LookOutcome.Different(Ref(reference), []));

    public Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct)
    {
        Reopened.Add(orderId);
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(new RecordRef(Entities.Order, orderId, orderId)));
    }

    public Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct)
    {
        if (CancelAnswer is { } answer) return Task.FromResult(answer);
        Cancelled.Add(orderId);
        return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(new RecordRef(Entities.Order, orderId, orderId)));
    }

    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document) => [new PlannedCall("PUT", "SalesOrder", document)];

    public Task<LookOutcome> FindAsync(Order order, CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult<LookOutcome>(Customers.Contains(order.Customer.NormalisedEmail)
                ? new LookOutcome.Same(CustomerRef(order)) : new LookOutcome.NotFound());
        }
    }

    public Task<WriteOutcome> CreateAsync(Order order, CancellationToken ct)
    {
        lock (_lock)
        {
            Customers.Add(order.Customer.NormalisedEmail);
            return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(CustomerRef(order)));
        }
    }

    public IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => NothingAsync(ct);

    public IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => NothingAsync(ct);

    public Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct) => Task.FromResult<ReadOutcome<ErpOrderProgress>>(
        Progress.TryGetValue(id, out var order) ? new ReadOutcome<ErpOrderProgress>.Found(order) : new ReadOutcome<ErpOrderProgress>.NotFound());

    public Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct) => Task.FromResult<ReadOutcome<ErpShipment>>(
        Posted.TryGetValue(id, out var shipment) ? new ReadOutcome<ErpShipment>.Found(shipment) : new ReadOutcome<ErpShipment>.NotFound());

    /// <summary>A shipment; what stands behind a hash is the id of the delivery.</summary>
    public PushNotification Read(ReadOnlySpan<byte> body)
    {
        var parts = Encoding.UTF8.GetString(body).Split('#');
        return new PushNotification(parts[0].Trim() is { Length: > 0 } id ? [(Entities.Shipment, id)] : [], parts is [_, var delivery] ? delivery : null);
    }

    public static string IdOf(string reference) => $"SO|{reference}";

    private static RecordRef Ref(string reference) => new(Entities.Order, IdOf(reference), $"SO-{reference}");

    private static RecordRef CustomerRef(Order order) => new(Entities.Customer, $"C-{order.Customer.NormalisedEmail.Length}", "C1");

    private static async IAsyncEnumerable<ChangePage> NothingAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield return new ChangePage([], null, Last: true);
    }
}
