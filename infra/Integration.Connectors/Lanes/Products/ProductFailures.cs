using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Puts products on the attention list; a retry reads the product afresh.</summary>
internal sealed class ProductFailures(Timeline timeline)
{
    /// <summary>The lane's name in timelines and figures.</summary>
    public const string Lane = LaneNames.Products;

    /// <summary>Queue of the ERP's reading half.</summary>
    public static string ErpQueue(string pair) => Queues.Read(pair, LaneNames.Products + LaneNames.ToStore);

    /// <summary>Queue of the storefront's reading half.</summary>
    public static string StoreQueue(string pair) => Queues.Read(pair, LaneNames.Products + LaneNames.ToErp);

    /// <summary>A product as operators know it.</summary>
    public static RecordKey Key(string pair, string id, string sku) => new(pair, Entities.Product, id, sku);

    /// <summary>Raises an entry that a fresh read of the ERP's product retries.</summary>
    public Task OfErpAsync(IUnit unit, RecordKey key, string erpId, string @class, IReadOnlyList<Reason> reasons, string advice, CancellationToken ct) =>
        timeline.RaiseAsync(unit, Lane, key, @class, reasons, advice, Timeline.Retry(ErpQueue(key.Pair), new RereadRecord(key.Pair, Entities.Product, erpId, "console")), ct);

    /// <summary>Raises an entry about members that both sides changed: a person decides it, or a fresh read of the storefront's product retries it.</summary>
    public Task InConflictAsync(IUnit unit, RecordKey key, string storeId, IReadOnlyList<Reason> reasons, CancellationToken ct) => OfStoreAsync(
        unit, key, storeId, AttentionClasses.Conflict, reasons, "Say whose values are kept, or make both sides alike, then retry.", ct,
        Queues.Write(key.Pair, LaneNames.Products + LaneNames.ToErp));

    /// <summary>Raises an entry that a fresh read of the storefront's product retries; with a queue for decisions a person may say there whose values are kept.</summary>
    public Task OfStoreAsync(
        IUnit unit, RecordKey key, string storeId, string @class, IReadOnlyList<Reason> reasons, string advice, CancellationToken ct, string? decisionQueue = null) => timeline.RaiseAsync(
        unit, Lane, key, @class, reasons, advice, Timeline.Retry(StoreQueue(key.Pair), new RereadRecord(key.Pair, Entities.Product, storeId, "console")), ct, decisionQueue);
}
