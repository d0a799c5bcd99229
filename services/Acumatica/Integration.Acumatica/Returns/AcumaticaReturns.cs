using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Integration.Acumatica.Fulfilment;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Amounts;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Acumatica.Returns;

/// <summary>Return orders (screen SO301000), credit memos (SO303000) and refunds (AR302000) over the contract REST API.</summary>
internal sealed class AcumaticaReturns : IErpReturns
{
    private readonly EntityClient _client;
    private readonly SessionPool _sessions;
    private readonly AcumaticaSettings _settings;
    private readonly ChangeSweep _sweep;
    private readonly ReturnLookup _lookup;
    private readonly SaleReading _sales;
    private readonly ReturnReading _returns;
    private readonly CreditReading _credits;
    private readonly CreditsOfDay _days;

    public AcumaticaReturns(EntityClient client, SessionPool sessions, AcumaticaSettings settings)
    {
        (_client, _sessions, _settings) = (client, sessions, settings);
        var origins = new ReturnOrigins(client, settings);
        _sweep = new ChangeSweep(client, sessions, settings.PageSize);
        _lookup = new ReturnLookup(client, settings);
        _sales = new SaleReading(client);
        _returns = new ReturnReading(client, origins, _sales);
        _credits = new CreditReading(client, settings, origins);
        _days = new CreditsOfDay(client, sessions, settings.PageSize);
    }

    /// <inheritdoc />
    public MappingPort Mapping { get; } = new("returns.toErp", TypeSchema.Of<ReturnSource>("return", ContractsJson.Options), OrderDocument.Model, ShippedDocument.Text(typeof(AcumaticaReturns), "returns.toErp"));

    /// <inheritdoc />
    public Task<ReadOutcome<ErpSale>> ReadSaleAsync(string orderId, CancellationToken ct) => _sessions.UseAsync(session => _sales.ReadAsync(session, orderId, ct), ct);

    /// <inheritdoc />
    public Money TotalOf(JsonObject document) => OrderAmounts.Total(ReturnDocument.Prepare("", document, _settings).Plain);

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) =>
        _sessions.UseAsync(session => _lookup.FindAsync(session, reference, ReturnDocument.Prepare(reference, document, _settings), ct), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) =>
        _sessions.UseAsync(session => CreateAsync(session, ReturnDocument.Prepare(reference, document, _settings), ct), ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document)
    {
        var prepared = ReturnDocument.Prepare(reference, document, _settings);
        return [new PlannedCall("PUT", _client.Target("SalesOrder", [], Query(prepared)), Wire.Wrap(prepared.Plain))];
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ReturnsChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var types = _settings.ReturnTypes;
        for (var index = 0; index < types.Count; index++)
        {
            var source = new SweptEntity("SalesOrder", "OrderNbr", "LastModified", "OrderType,OrderNbr,LastModified", Filter.Equal("OrderType", types[index]), order => OrderLookup.Id(order).ToString());
            await foreach (var page in _sweep.PagesAsync(source, since, ct))
            {
                yield return page with { Last = page.Last && index == types.Count - 1 };
                if (page.Failure is not null) yield break;
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> CreditsChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var source in (SweptEntity[])[Swept("SalesInvoice", CreditId.Memo), Swept("Payment", CreditId.Refund)])
        {
            await foreach (var page in _sweep.PagesAsync(source, since, ct))
            {
                yield return page with { Last = page.Last && source.Entity == "Payment" };
                if (page.Failure is not null) yield break;
            }
        }
    }

    /// <inheritdoc />
    public Task<ReadOutcome<FoundReturn>> ReadReturnAsync(string id, CancellationToken ct) => _sessions.UseAsync(session => _returns.ReadAsync(session, id, ct), ct);

    /// <inheritdoc />
    public Task<ReadOutcome<FoundCredit>> ReadCreditAsync(string id, CancellationToken ct) => _sessions.UseAsync(session => _credits.ReadAsync(session, id, ct), ct);

    /// <inheritdoc />
    public IAsyncEnumerable<CreditPage> OfDayAsync(DateOnly day, CancellationToken ct) => _days.PagesAsync(day, ct);

    private async Task<WriteOutcome> CreateAsync(Session session, ReturnDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var answer = await _client.PutAsync(session, "SalesOrder", Wire.Wrap(document.Plain), Query(document), ct);
        if (answer.Failure is { } failure) return failure;
        var id = OrderLookup.Id(answer.Record);
        if (id.Number.Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without an order number.");
        var differences = ReturnLookup.Differences(document.Plain, answer.Record);
        return differences.Count == 0 ? new WriteOutcome.Done(ReturnLookup.RefOf(id)) : new WriteOutcome.Differs(ReturnLookup.RefOf(id), differences);
    }

    private static EntityQuery Query(ReturnDocument document) => new() { Expand = OrderComparison.Expand(document.Plain) };

    private static SweptEntity Swept(string entity, string type) => new(
        entity, "ReferenceNbr", "LastModifiedDateTime", "Type,ReferenceNbr,LastModifiedDateTime", Filter.Equal("Type", type), record => new CreditId(type, record.Text("ReferenceNbr")).ToString());
}
