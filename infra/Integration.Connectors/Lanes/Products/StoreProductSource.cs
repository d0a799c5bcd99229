using System.Text.Json;
using Integration.Connectors.Lanes.Stock.Reserving;
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
    string pair, IStorefrontProducts products, IOutbox outbox, Timeline timeline, ProductFailures failures, StockLevels levels, IntegrationMetrics metrics) : ILookSource<Product>
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
        // What is written under a SKU that the product had not before was written to another item, or to none.
        var skus = ProductSkus.Of(product).Where(sku => sku.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        await levels.MarkAsync(unit, pair, [.. skus.Except(row.Note.Split('\n'))], soldOrBack: true, forced: true, ct);
        return new LookDecision(string.Join('\n', skus));
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
