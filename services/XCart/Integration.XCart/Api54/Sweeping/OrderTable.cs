using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api54.Sweeping;

/// <summary>
/// The table of orders by their last change, or by the moment they were placed. The shop has no condition on these stamps, so that older rows come along.
/// </summary>
internal sealed class OrderTable(RestApi shop, string stamp = OrderTable.Changed) : IOrderList
{
    /// <summary>The stamp of the last change.</summary>
    public const string Changed = "o.lastRenewDate";

    /// <summary>The moment an order was placed.</summary>
    public const string Placed = "o.date";

    // A whole second of a mass update must fit into one page.
    public int LargestPage => 5000;

    public async Task<ListPart> ReadAsync(int offset, int limit, DateTimeOffset since, CancellationToken ct) =>
        await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst(stamp, offset, limit), ct) switch
        {
            ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed => new ListPart([], false, null, failed.Outcome),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when given.Value.Count > limit =>
                Rejected("The shop ignored the limit and gave its whole table: its REST API add-on does not know these conditions."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when !NewestFirst(given.Value) =>
                Rejected($"The shop did not order its list by {stamp}: its REST API add-on does not know this condition."),
            // Carts and orders that were never finished have no number; they appear here because a condition is given.
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given => new ListPart(
                [.. given.Value.Select(row => new ListedOrder(row.Id, !string.IsNullOrEmpty(row.Number), new RowKey(StampOf(row))))],
                given.Value.Count < limit, given.SourceTime),
            _ => new ListPart([], true, null),
        };

    private long StampOf(OrderRow row) => stamp == Placed ? row.PlacedAt : row.ChangedAt;

    private bool NewestFirst(IReadOnlyList<OrderRow> rows) => rows.Zip(rows.Skip(1)).All(pair => StampOf(pair.First) >= StampOf(pair.Second));

    private static ListPart Rejected(string message) => new([], false, null, new WriteOutcome.Rejected([new Reason("_cnd", message)]));
}
