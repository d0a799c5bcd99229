using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
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

    public FinanceSalesOrders(FinanceClient client, OrderStore store, DynamicsSettings settings, UniqueNumber unique)
    {
        _settings = settings;
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
    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) => _creation.RunAsync(reference, Prepare(reference, document), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct) => _update.RunAsync(orderId, reference, Prepare(reference, document), ct);

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

    private OrderDocument Prepare(string reference, JsonObject document) => OrderDocument.Prepare(reference, document, _settings);
}
