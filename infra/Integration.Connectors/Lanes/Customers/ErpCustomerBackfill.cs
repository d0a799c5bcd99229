using Integration.Connectors.Backfills;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Lists all customers of the ERP for the storefront.</summary>
internal sealed class ErpCustomerBackfill : IBackfillLane
{
    public string Lane => LaneNames.Customers + LaneNames.ToStore;

    // Most of an ERP's customers have no account in the shop and go nowhere: only reading sets the pace.
    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IErp { CustomerRecords: { } customers } && pair.Erp.Name == connector.Connection && pair.Lanes.Customers is { ToStore: true }
            ? new BackfillSource(LookKey.OfConnection(connector.Connection), Entities.Customer, (_, cursor, ct) => PageAsync(customers, cursor, ct))
            : null;

    private static async Task<ListedPage> PageAsync(ICustomerRecords customers, string? cursor, CancellationToken ct)
    {
        var page = await customers.PageAsync(cursor, ct);
        return page.Failure is { } failure ? new ListedPage.Failed(failure) : new ListedPage.Read([.. page.Customers.Select(customer => customer.Id)], page.After);
    }
}
