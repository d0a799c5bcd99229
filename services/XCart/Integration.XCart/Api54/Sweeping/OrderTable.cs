using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api54.Sweeping;

/// <summary>The table of orders by their last change. The shop has no condition on that stamp, so that older rows come along.</summary>
internal sealed class OrderTable(RestApi shop) : IOrderList
{
    // A whole second of a mass update must fit into one page.
    public int LargestPage => 5000;

    public async Task<ListPart> ReadAsync(int offset, int limit, DateTimeOffset since, CancellationToken ct) =>
        await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst("o.lastRenewDate", offset, limit), ct) switch
        {
            ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed => new ListPart([], false, null, failed.Outcome),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when given.Value.Count > limit =>
                Rejected("The shop ignored the limit and gave its whole table: its REST API add-on does not know these conditions."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when !NewestFirst(given.Value) =>
                Rejected("The shop did not order its list by the last change: its REST API add-on does not know this condition."),
            // Carts and orders that were never finished have no number; they appear here because a condition is given.
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given => new ListPart(
                [.. given.Value.Select(row => new ListedOrder(row.Id, !string.IsNullOrEmpty(row.Number), new RowKey(row.ChangedAt)))],
                given.Value.Count < limit, given.SourceTime),
            _ => new ListPart([], true, null),
        };

    private static bool NewestFirst(IReadOnlyList<OrderRow> rows) => rows.Zip(rows.Skip(1)).All(pair => pair.First.ChangedAt >= pair.Second.ChangedAt);

    private static ListPart Rejected(string message) => new([], false, null, new WriteOutcome.Rejected([new Reason("_cnd", message)]));
}
