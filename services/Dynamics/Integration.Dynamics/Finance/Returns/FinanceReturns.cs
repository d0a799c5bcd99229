using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Return orders (All return orders) and the credit notes that F&amp;O posts for them. Money that is paid back is the lane of payments'.</summary>
internal sealed class FinanceReturns : IErpReturns
{
    private readonly DynamicsSettings _settings;
    private readonly ReturnLookup _lookup;
    private readonly ReturnCreation _creation;
    private readonly SaleReading _sales;
    private readonly ReturnReading _returns;
    private readonly ReturnSweep _sweep;
    private readonly CreditReading _credits;

    public FinanceReturns(FinanceClient client, OrderStore orders, DynamicsSettings settings)
    {
        _settings = settings;
        var (store, origins) = (new ReturnStore(client), new ReturnOrigins(client, orders, settings));
        _lookup = new ReturnLookup(store);
        _creation = new ReturnCreation(client, _lookup);
        _sales = new SaleReading(orders, new PackingSlips(client, settings), new BilledGoods(client), settings);
        _returns = new ReturnReading(store, origins, _sales, settings);
        var notes = new CreditNoteList(client, settings);
        _sweep = new ReturnSweep(client, notes, settings);
        _credits = new CreditReading(client, store, origins, notes);
        Mapping = ReturnMapping.Of(settings);
    }

    /// <inheritdoc />
    public MappingPort Mapping { get; }

    /// <inheritdoc />
    public Task<ReadOutcome<ErpSale>> ReadSaleAsync(string orderId, CancellationToken ct) => _sales.ReadAsync(orderId, ct);

    /// <inheritdoc />
    public Money TotalOf(JsonObject document) => Prepare("", document).Total;

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) => _lookup.FindAsync(reference, Prepare(reference, document), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) => _creation.RunAsync(reference, Prepare(reference, document), ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document)
    {
        var prepared = Prepare(reference, document);
        return
        [
            new PlannedCall("POST", FinanceClient.Target(StoredReturn.Headers), prepared.Header),
            new PlannedCall("POST", FinanceClient.Target("$batch"), new JsonArray(
                [.. ReturnCreation.Calls(prepared.Lines).Select(call => new JsonObject { ["method"] = call.Method.Method, ["target"] = call.Target, ["body"] = call.Body?.DeepClone() })])),
        ];
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ReturnsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(since, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> CreditsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _credits.PagesAsync(since, ct);

    /// <inheritdoc />
    public Task<ReadOutcome<FoundReturn>> ReadReturnAsync(string id, CancellationToken ct) => _returns.ReadAsync(id, ct);

    /// <inheritdoc />
    public Task<ReadOutcome<FoundCredit>> ReadCreditAsync(string id, CancellationToken ct) => _credits.ReadAsync(id, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<CreditPage> OfDayAsync(DateOnly day, CancellationToken ct) => _credits.OfDayAsync(day, ct);

    private ReturnDocument Prepare(string reference, JsonObject document) => ReturnDocument.Prepare(reference, document, _settings);
}
