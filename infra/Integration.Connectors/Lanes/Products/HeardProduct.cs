using Integration.Connectors.Connections;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Products;

/// <summary>A product of the storefront that was heard of, with everything that its comparison needs.</summary>
internal sealed record HeardProduct(
    Connected Connected, IErp Erp, IErpProducts Products, PairDefinition Pair, ProductInStore Message, TwoWayRecord? Known, Receipt Receipt, CallLog Log)
{
    public string Id => Message.Product.Id;

    public RecordKey Key => ProductFailures.Key(Pair.Name, Id, Message.Product.Sku);

    public ProductLane Lane => Pair.Lanes.Products!;

    /// <summary>The ERP's product, in the storefront's codes, as texts.</summary>
    public Dictionary<string, string> TextsOf(Product wanted) => ProductTexts.Of(wanted, Lane, Message.Product.WeightUnit);

    /// <summary>Compares the ERP's product with what was heard.</summary>
    public RecordMerge Against(Product wanted) => ProductComparison.Merge(Pair, Known ?? Fresh(), Shown(), TextsOf(wanted));

    /// <summary>The record, locked, with what was heard.</summary>
    public async Task<TwoWayRecord> RecordAsync(IUnit unit, TwoWayStore store, string erpId, CancellationToken ct) =>
        (await store.FindAsync(unit, Pair.Name, Entities.Product, Id, ct) ?? Fresh()) with { ErpId = erpId, Sequence = Message.Sequence, Storefront = Shown() };

    private TwoWayRecord Fresh() => new() { Pair = Pair.Name, Entity = Entities.Product, Id = Id };

    private Dictionary<string, string> Shown()
    {
        var shown = ProductTexts.Of(Message.Product, Lane, Message.Product.WeightUnit);
        if (Message.Product.WeightUnit is { } unit) shown[ProductTexts.WeightUnit] = unit;
        return shown;
    }
}
