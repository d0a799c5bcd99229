using System.Text.Json;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Reads the products of one pair's storefront and tells the ERP's adapter what they are.</summary>
internal sealed class StoreProductSource(
    string pair, IStorefrontProducts products, IOutbox outbox, Timeline timeline, ProductFailures failures, IntegrationMetrics metrics) : ILookSource<Product>
{
    public string Scope => pair;

    public string Entity => Entities.Product;

    public Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct) => products.ReadAsync(id, ct);

    public LookContent Describe(Product product) =>
        new(JsonSerializer.Serialize(product with { ChangedAt = null }, ContractsJson.Options), null, default, null, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, Product product, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        metrics.In(pair, LaneNames.Products);
        await outbox.EnqueueAsync(unit, Queues.Write(pair, LaneNames.Products + LaneNames.ToErp), new ProductInStore(pair, sequence, product), ct);
        return new LookDecision("");
    }

    // The ERP keeps what the shop no longer sells; nothing is made again by itself.
    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        await timeline.TellAsync(unit, ProductFailures.Lane, ProductFailures.Key(pair, row.Id, row.Id), "The product was deleted in the shop. The ERP is left as it is.", null, calls, ct);
        return row.Note;
    }

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct) =>
        failures.OfStoreAsync(unit, ProductFailures.Key(pair, row.Id, row.Id), row.Id, AttentionClasses.Unreadable, reasons, "Mend the cause, then retry.", ct);
}
