using Integration.Connectors.Backfills;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Lists all accounts of the storefront for the ERP.</summary>
internal sealed class AccountBackfill : IBackfillLane
{
    public string Lane => LaneNames.Customers + LaneNames.ToErp;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IStorefront { Customers: { } accounts } && pair.Storefront.Name == connector.Connection && pair.Lanes.Customers is { ToErp: true }
            ? new BackfillSource(pair.Name, Entities.Customer, (_, cursor, ct) => PageAsync(accounts, pair, cursor, ct)) { WritingQueue = Queues.Write(pair.Name, Lane) }
            : null;

    private static async Task<ListedPage> PageAsync(IStorefrontCustomers accounts, PairDefinition pair, string? cursor, CancellationToken ct)
    {
        var page = NumberedPages.Of(cursor);
        return await accounts.PageAsync(pair, page, ct) switch
        {
            CrawlPage.Read read => new ListedPage.Read([.. read.Records.Select(record => record.Id)], NumberedPages.After(page, read.Last)),
            CrawlPage.Failed failed => new ListedPage.Failed(failed.Outcome),
            _ => throw new InvalidOperationException("A page of a new kind."),
        };
    }
}
