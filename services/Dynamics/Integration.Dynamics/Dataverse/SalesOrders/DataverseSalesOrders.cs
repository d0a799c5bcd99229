using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Writes and looks up sales orders of Dynamics 365 Sales; with dual-write, F&amp;O makes its own of each, and has the say in what becomes of it.</summary>
internal sealed class DataverseSalesOrders : ISalesOrders
{
    private readonly DynamicsSettings _settings;
    private readonly IFinanceOrders? _finance;
    private readonly SalesLookup _lookup;
    private readonly SalesCreation _creation;
    private readonly SalesUpdate _update;
    private readonly SalesCancellation _cancellation;

    /// <param name="client">The service.</param>
    /// <param name="store">Reads orders.</param>
    /// <param name="settings">The connection's settings.</param>
    /// <param name="finance">F&amp;O's side of orders with dual-write; else null.</param>
    /// <param name="clock">The clock.</param>
    public DataverseSalesOrders(DataverseClient client, SalesStore store, DynamicsSettings settings, IFinanceOrders? finance, TimeProvider clock)
    {
        (_settings, _finance) = (settings, finance);
        var catalogue = new SalesCatalogue(client, settings, clock);
        var links = new LinkResolver(client, catalogue, settings.HasDualWrite ? new DualWriteLinks(catalogue, settings, clock) : null, settings);
        _lookup = new SalesLookup(store, settings);
        _creation = new SalesCreation(client, store, _lookup, links, catalogue, settings);
        _update = new SalesUpdate(client, store, links, settings);
        _cancellation = new SalesCancellation(client, store);
        DefaultMapping = SalesMapping.Render(settings);
    }

    /// <inheritdoc />
    public IDocumentSchema Schema => SalesSchema.Instance;

    /// <inheritdoc />
    public string DefaultMapping { get; }

    /// <inheritdoc />
    public Money TotalOf(JsonObject document) => SalesDocument.Prepare("", document, _settings).Total;

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct)
    {
        var prepared = Prepare(reference, document);
        return _lookup.FindAsync(reference, stored => SalesComparison.Differences(prepared, stored), [], ct);
    }

    /// <inheritdoc />
    public Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct) => _lookup.FindAsync(reference, ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) => _creation.RunAsync(reference, Prepare(reference, document), ct);

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct)
    {
        // F&O may have picked or shipped what still looks new in Dataverse.
        if (_finance is not null && await _finance.RefusalAsync(orderId, ct) is { } refusal) return refusal;
        return await _update.RunAsync(orderId, reference, Prepare(reference, document), ct);
    }

    /// <inheritdoc />
    public Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct)
    {
        var prepared = Prepare(reference, document);
        return _lookup.FindAsync(reference, stored => SaleRef.Of(stored.Header, _settings.HasDualWrite) is { } link && !SalesComparison.Same(link.Id, orderId)
            ? [new Reason("header.Reference", $"The order {orderId} does not carry our reference {reference}.")]
            : SalesComparison.WithAmendments(prepared, stored), SalesComparison.Amended, ct);
    }

    /// <inheritdoc />
    public Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct) => _finance?.ReopenAsync(orderId, ct) ?? _cancellation.ReopenAsync(orderId, ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct) => _finance?.CancelAsync(orderId, ct) ?? _cancellation.CancelAsync(orderId, ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document)
    {
        // Nothing is asked for: what an order points to is shown by its code.
        var prepared = Prepare(reference, document);
        return
        [
            new PlannedCall("PATCH", Addresses.Of(SalesStore.Orders, new AlternateKey((_settings.Dataverse.ExternalId, reference))), new JsonObject
            {
                ["customer"] = prepared.Customer?.Bound ?? prepared.CustomerText, ["currency"] = prepared.Currency, ["priceList"] = _settings.Dataverse.PriceLists.GetValueOrDefault(prepared.Currency),
                ["header"] = prepared.Columns.DeepClone(),
                ["order_details"] = new JsonArray([.. prepared.Lines.Select(line => new JsonObject
                {
                    ["product"] = line.Shown, ["quantity"] = line.Quantity, ["priceperunit"] = line.Money.Price, ["manualdiscountamount"] = line.Money.Discount, ["tax"] = line.Tax,
                    ["columns"] = line.Columns.DeepClone(),
                })]),
                ["totals"] = SalesBody.Totals(prepared),
            }),
        ];
    }

    private SalesDocument Prepare(string reference, JsonObject document) => SalesDocument.Prepare(reference, document, _settings);
}
