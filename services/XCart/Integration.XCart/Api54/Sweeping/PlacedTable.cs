using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Lists;

namespace Integration.XCart.Api54.Sweeping;

/// <summary>
/// Orders by the moment they were placed, in the complex schema: its rows alone show statuses and currency. One order that belongs to nobody breaks a
/// whole page of it (status 500); the rows of such a page are read one by one.
/// </summary>
internal sealed class PlacedTable(RestApi shop, int pageSize)
{
    public int PageSize => pageSize;

    public async Task<ShopAnswer<PlacedRows>> ReadAsync(DaySpan? days, int offset, CancellationToken ct)
    {
        // The upper bound is included by the shop.
        var conditions = Conditions.Placed(days?.From.ToUnixTimeSeconds() ?? 0, (days?.Until.ToUnixTimeSeconds() ?? int.MaxValue) - 1, offset, pageSize);
        switch (await shop.ListComplexAsync<ShownOrder>("order", conditions, ct))
        {
            case ShopAnswer<IReadOnlyList<ShownOrder>>.Given given when given.Value.Count > pageSize:
                return Rejected("The shop ignored the limit and gave its whole table: its REST API add-on does not know these conditions.");
            case ShopAnswer<IReadOnlyList<ShownOrder>>.Given given:
                return Given([.. given.Value.Select(RowOf)], given.SourceTime);
            case ShopAnswer<IReadOnlyList<ShownOrder>>.Failed { ServerFault: true }:
                return await OneByOneAsync(conditions, ct);
            case ShopAnswer<IReadOnlyList<ShownOrder>>.Failed failed:
                return new ShopAnswer<PlacedRows>.Failed(failed.Outcome, failed.Status);
            default:
                return Given([], null);
        }
    }

    private async Task<ShopAnswer<PlacedRows>> OneByOneAsync(string conditions, CancellationToken ct)
    {
        var answer = await shop.ListAsync<OrderRow>("order", conditions, ct);
        if (answer is not ShopAnswer<IReadOnlyList<OrderRow>>.Given given)
        {
            return answer is ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed ? new ShopAnswer<PlacedRows>.Failed(failed.Outcome, failed.Status) : Given([], null);
        }

        var rows = new List<PlacedRow>();
        foreach (var row in given.Value)
        {
            switch (await shop.ReadAsync<StoredOrder>(ShopPath.Of("order", row.Id), Schema.Default, ct))
            {
                case ShopAnswer<StoredOrder>.Given { Value: var order }:
                    rows.Add(new PlacedRow(
                        order.Id, order.Number, DateTimeOffset.FromUnixTimeSeconds(order.PlacedAt), DateTimeOffset.FromUnixTimeSeconds(order.ChangedAt), order.Total,
                        order.Currency?.Code, order.PaymentStatus?.Code ?? "", order.ShippingStatus?.Code ?? ""));
                    break;
                case ShopAnswer<StoredOrder>.Failed failed:
                    return new ShopAnswer<PlacedRows>.Failed(failed.Outcome, failed.Status);
                default:
                    // Deleted since the list was read; it keeps its place, so that the next part begins where this one ends.
                    rows.Add(new PlacedRow(row.Id, null, default, default, 0, null, "", ""));
                    break;
            }
        }

        return Given(rows, given.SourceTime);
    }

    private ShopAnswer<PlacedRows> Given(List<PlacedRow> rows, DateTimeOffset? sourceTime) =>
        new ShopAnswer<PlacedRows>.Given(new PlacedRows(rows, rows.Count < pageSize), sourceTime);

    private static PlacedRow RowOf(ShownOrder order) => new(
        order.Id, order.Number, order.PlacedAt ?? default, order.ChangedAt ?? default, order.Total, order.Currency, order.PaymentCode ?? "", order.ShippingCode ?? "");

    private static ShopAnswer<PlacedRows> Rejected(string message) => new ShopAnswer<PlacedRows>.Failed(new WriteOutcome.Rejected([new Reason("_cnd", message)]));
}
