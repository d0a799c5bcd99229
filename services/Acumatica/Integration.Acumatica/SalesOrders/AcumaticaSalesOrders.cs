using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Mapping.Documents;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Writes and looks up sales orders (screen SO301000) over the contract REST API.</summary>
internal sealed class AcumaticaSalesOrders(EntityClient client, SessionPool sessions, AcumaticaSettings settings, UniqueReference unique) : ISalesOrders
{
    private readonly OrderLookup _lookup = new(client, settings, unique);

    /// <inheritdoc />
    public IDocumentSchema Schema => OrderDocument.Model;

    /// <inheritdoc />
    public string DefaultMapping { get; } = OrderMapping.Render(settings);

    /// <inheritdoc />
    public Money TotalOf(JsonObject document) => OrderAmounts.Total(OrderDocument.Prepare("", document, settings).Plain);

    /// <inheritdoc />
    public Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct) =>
        sessions.UseAsync(session => _lookup.FindAsync(session, reference, OrderDocument.Prepare(reference, document, settings), ct), ct);

    /// <inheritdoc />
    public Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct) =>
        sessions.UseAsync(session => _lookup.FindAsync(session, reference, ct), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct) =>
        sessions.UseAsync(session => new OrderCreation(client, _lookup).RunAsync(session, reference, OrderDocument.Prepare(reference, document, settings), ct), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAgainAsync(string reference, JsonObject document, CancellationToken ct) =>
        sessions.UseAsync(
            async session =>
            {
                var (known, failure) = await new KeptPayments(client).ApplyAsync(session, document, ct);
                return failure ?? await new OrderCreation(client, _lookup).RunAsync(session, reference, OrderDocument.Prepare(reference, known, settings), ct);
            },
            ct);

    /// <inheritdoc />
    public Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct) =>
        sessions.UseAsync(session => new OrderUpdate(client).RunAsync(session, orderId, reference, OrderDocument.Prepare(reference, document, settings), ct), ct);

    /// <inheritdoc />
    public Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct) =>
        sessions.UseAsync(session => new OrderUpdate(client).CompareAsync(session, orderId, reference, OrderDocument.Prepare(reference, document, settings), ct), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct) =>
        sessions.UseAsync(session => new OrderReopening(client).RunAsync(session, orderId, ct), ct);

    /// <inheritdoc />
    public Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct) =>
        sessions.UseAsync(session => new OrderCancellation(client).RunAsync(session, orderId, ct), ct);

    /// <inheritdoc />
    public IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document)
    {
        var prepared = OrderDocument.Prepare(reference, document, settings);
        return [new PlannedCall("PUT", client.Target("SalesOrder", [], OrderCreation.Query(prepared)), Wire.Wrap(prepared.Plain))];
    }
}
