using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Reads an ERP's products and compares each with what the storefronts of its pairs told of theirs.</summary>
internal sealed class ErpProductSource(
    Connected connected, IErpProducts products, LookBook book, TwoWayStore store, ProductComparison comparison, DocumentMappings mappings, ProductFailures failures,
    IOutbox outbox, Timeline timeline, IntegrationMetrics metrics) : ILookSource<Product>
{
    private const string Failing = "failing";

    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Product;

    public Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct) => products.ReadAsync(id, ct);

    public LookContent Describe(Product product) =>
        new(JsonSerializer.Serialize(product with { ChangedAt = null }, ContractsJson.Options), null, default, product.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, Product product, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        // What a variant costs is part of what its template shows.
        if (product.TemplateSku is { } template) await book.MarkAsync(unit, new LookKey(Scope, Entity, template), row.FoundBy, ct);
        var failing = false;
        foreach (var pair in Pairs()) failing |= !await CompareAsync(unit, pair, row, product, calls, ct);
        return new LookDecision(failing ? Failing : "");
    }

    // Nothing is taken out of a shop because the ERP no longer has it: operators are told.
    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        foreach (var pair in Pairs())
        {
            if (await store.OfErpAsync(unit, pair.Name, Entity, row.Id, ct) is not { } record) continue;
            await failures.OfErpAsync(unit, ProductFailures.Key(pair.Name, record.Id, row.Id), row.Id, AttentionClasses.MissingInErp,
                [new Reason("sku", $"The ERP no longer has the item {row.Id}, and the shop still has its product.")], "Take it off sale in the shop, or make the item again.", ct);
        }

        return row.Note;
    }

    public async Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        foreach (var pair in Pairs())
            await failures.OfErpAsync(unit, ProductFailures.Key(pair.Name, row.Id, row.Id), row.Id, AttentionClasses.Unreadable, reasons, "Mend the cause, then retry.", ct);
    }

    private IEnumerable<PairDefinition> Pairs() => connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Products is { ToStore: true });

    // False when its codes cannot be translated; what is mended is compared by the retry.
    private async Task<bool> CompareAsync(IUnit unit, PairDefinition pair, LookRow row, Product product, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var lane = pair.Lanes.Products!;
        var known = await store.OfErpAsync(unit, pair.Name, Entity, product.Id, ct);
        var key = ProductFailures.Key(pair.Name, known?.Id ?? product.Id, product.Sku);
        metrics.In(pair.Name, LaneNames.Products);
        var (wanted, mapped) = ProductMappings.Map(mappings, pair, ProductMappings.ToStore, ErpProductView.Settled(product, lane));
        if (wanted is null)
        {
            // What nobody wants in the shop needs no codes there.
            if (known is null && !MayCreate(product, lane)) return true;
            await failures.OfErpAsync(unit, key, product.Id, mapped.Class, mapped.Problems, "Fill the lookup or correct the mapping document, then retry.", ct);
            return false;
        }

        if (row.Note == Failing) await timeline.ClearAsync(unit, key, null, "The product could be mapped.", ct);
        if (known is null) await OfferAsync(unit, pair, product, wanted, ct);
        else if (await store.FindAsync(unit, pair.Name, Entity, known.Id, ct) is { } record) await KnownAsync(unit, pair, record, wanted, calls, ct);
        return true;
    }

    private async Task KnownAsync(IUnit unit, PairDefinition pair, TwoWayRecord record, Product wanted, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var texts = ProductTexts.Of(wanted, pair.Lanes.Products!, record.Storefront.GetValueOrDefault(ProductTexts.WeightUnit));
        var merge = ProductComparison.Merge(pair, record, record.Storefront, texts);
        if (merge.IsSettled) await TwoWayStore.CountAsync(unit, pair.Name, Entity, TwoWayCounts.Echoes, 1, ct);
        await comparison.StoreAsync(unit, pair, record, merge, wanted, calls, ct);
        // The storefront's own product is needed to write it to the ERP.
        if (merge.ToErp.Keys.Any(field => products.Writable.Contains(field) && !products.WritableOnce.Contains(field)) && pair.Mode == PairMode.Live)
            await outbox.EnqueueAsync(unit, ProductFailures.StoreQueue(pair.Name), new RereadRecord(pair.Name, Entity, record.Id, "erp"), ct);
    }

    private async Task OfferAsync(IUnit unit, PairDefinition pair, Product product, Product wanted, CancellationToken ct)
    {
        // A variant is offered by its template, but some shops sell it as a product of its own.
        var mayCreate = MayCreate(product, pair.Lanes.Products!) && product.TemplateSku is null;
        if (pair.Mode == PairMode.Live) await outbox.EnqueueAsync(unit, Queues.Write(pair.Name, LaneNames.Products + LaneNames.ToStore), new OfferProduct(pair.Name, wanted, mayCreate), ct);
        else if (mayCreate) await timeline.TellAsync(unit, ProductFailures.Lane, ProductFailures.Key(pair.Name, product.Id, product.Sku), "Observed only; live it would be made in the shop unless it is there.", null, [], ct);
    }

    private static bool MayCreate(Product product, ProductLane lane) => product.Enabled == true && lane.Create switch
    {
        NewProducts.All => true,
        NewProducts.Exported => product.ForExport == true,
        _ => false,
    };
}
