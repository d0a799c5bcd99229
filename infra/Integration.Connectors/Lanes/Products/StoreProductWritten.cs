using Integration.Connectors.Connections;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Takes what the storefront showed after our write as agreed.</summary>
internal sealed class StoreProductWritten(TwoWayStore store, Timeline timeline, TimeProvider time)
{
    public async Task StoreAsync(IUnit unit, Connected connected, ProductWritten written, CancellationToken ct)
    {
        if (connected.Pair(written.Pair) is not { Lanes.Products: { } lane }) return;
        var id = written.Shown.Id;
        var record = await store.FindAsync(unit, written.Pair, Entities.Product, id, ct) ?? new TwoWayRecord { Pair = written.Pair, Entity = Entities.Product, Id = id };
        var unitOfWeight = written.Shown.WeightUnit;
        var (sent, shown) = (ProductTexts.Of(written.Sent, lane, unitOfWeight), ProductTexts.Of(written.Shown, lane, unitOfWeight));
        var fields = sent.Where(text => written.Created || written.Fields.Contains(text.Key)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        // What the answer does not show is as it was.
        foreach (var (field, text) in record.Storefront) shown.TryAdd(field, text);
        if (unitOfWeight is not null) shown[ProductTexts.WeightUnit] = unitOfWeight;
        await store.SaveAsync(unit, record.WrittenToStorefront(fields, shown, time.GetUtcNow()) with { ErpId = written.ErpId, Storefront = shown }, null, ct);
        await TwoWayStore.CountAsync(unit, written.Pair, Entities.Product, TwoWayCounts.ToStorefront, 1, ct);
        if (record is { ErpId: "", Sequence: > 0 }) await timeline.ClearAsync(unit, ProductFailures.Key(written.Pair, id, written.Shown.Sku), AttentionClasses.MissingInErp, "The ERP has the product.", ct);
    }
}
