using Integration.Connectors.Backfills;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Lists all products of the storefront for the ERP.</summary>
internal sealed class StoreProductBackfill : IBackfillLane
{
    public string Lane => LaneNames.Products + LaneNames.ToErp;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IStorefront { Products: { } products } && pair.Storefront.Name == connector.Connection && pair.Lanes.Products is not null
            ? new BackfillSource(pair.Name, Entities.Product, (_, cursor, ct) => ProductPages.ReadAsync(products, cursor, ct)) { WritingQueue = Queues.Write(pair.Name, Lane) }
            : null;
}
