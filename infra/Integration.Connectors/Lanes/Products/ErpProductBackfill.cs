using Integration.Connectors.Backfills;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Lists all products of the ERP for the storefront.</summary>
internal sealed class ErpProductBackfill : IBackfillLane
{
    public string Lane => LaneNames.Products + LaneNames.ToStore;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IErp { Products: { } products } && pair.Erp.Name == connector.Connection && pair.Lanes.Products is not null
            ? new BackfillSource(LookKey.OfConnection(connector.Connection), Entities.Product, (_, cursor, ct) => ProductPages.ReadAsync(products, cursor, ct)) { WritingQueue = Queues.Write(pair.Name, Lane) }
            : null;
}
