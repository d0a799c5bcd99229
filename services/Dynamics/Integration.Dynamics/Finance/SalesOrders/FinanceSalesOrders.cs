using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Writes and looks up sales orders (All sales orders) over OData.</summary>
internal sealed class FinanceSalesOrders : ISalesOrders
{
    private readonly DynamicsSettings _settings;
    private readonly OrderLookup _lookup;
    private readonly OrderCreation _creation;
    private readonly OrderUpdate _update;
    private readonly OrderCancellation _cancellation;
    private readonly Action<string, string, bool>? _written;

    /// <param name="client">The service.</param>
    /// <param name="store">Reads orders.</param>
    /// <param name="settings">The connection's settings.</param>
    /// <param name="unique">Whether F&amp;O refuses a second order itself.</param>
    /// <param name="written">Hears number and customer of every order that was written, and whether it was made.</param>
    public FinanceSalesOrders(FinanceClient client, OrderStore store, DynamicsSettings settings, UniqueNumber unique, Action<string, string, bool>? written = null)
    {
        _settings = settings;
        _written = written;
        _lookup = new OrderLookup(store, settings, unique);
        _creation = new OrderCreation(client, store, _lookup, settings, unique);
        _update = new OrderUpdate(client, store, settings);
        _cancellation = new OrderCancellation(client, store, settings);
        Schema = OrderSchema.Of(settings);
        DefaultMapping = OrderMapping.Render(settings);
    }

    /// <inheritdoc />
    public IDocumentSchema Schema { get; }

    /// <inheritdoc />
    public string DefaultMapping { get; }

    /// <inheritdoc />
    public Money TotalOf(JsonObject document) => OrderDocument.Prepare("", document, _settings).Total;

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) => _lookup.FindAsync(reference, Prepare(reference, document), ct);

    /// <inheritdoc />
    public Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct) => _lookup.FindAsync(reference, ct);

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct)
    {
        var prepared = Prepare(reference, document);
        return Told(await _creation.RunAsync(reference, prepared, ct), prepared, made: true);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct)
    {
        var prepared = Prepare(reference, document);
        return Told(await _update.RunAsync(orderId, reference, prepared, ct), prepared, made: false);
    }

    /// <inheritdoc />
    public Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct)
    {
        var prepared = Prepare(reference, document);
        return _lookup.CompareAsync(orderId, AmendmentComparison.Fields, stored => OrderComparison.Same(stored.Reference, reference)
            ? AmendmentComparison.Differences(prepared, stored)
            : [new Reason("header.CustomersOrderReference", $"The order {orderId} does not carry our reference {reference}.")], ct);
    }

    /// <inheritdoc />
    public Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct) => _cancellation.ReopenAsync(orderId, ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct) => _cancellation.CancelAsync(orderId, ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document) =>
    [
        new PlannedCall("POST", FinanceClient.Target("$batch"), new JsonArray(
        [
            .. _creation.Calls(Prepare(reference, document)).Select(call => new JsonObject { ["method"] = call.Method.Method, ["target"] = call.Target, ["body"] = call.Body?.DeepClone() }),
        ])),
    ];

    private WriteOutcome Told(WriteOutcome outcome, OrderDocument order, bool made)
    {
        if (outcome is WriteOutcome.Done done) _written?.Invoke(done.Ref.Id, order.Header.Text("InvoiceCustomerAccountNumber"), made);
        return outcome;
    }

    private OrderDocument Prepare(string reference, JsonObject document) => OrderDocument.Prepare(reference, document, _settings);
}
