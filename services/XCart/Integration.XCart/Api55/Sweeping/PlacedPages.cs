using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Lists;

namespace Integration.XCart.Api55.Sweeping;

/// <summary>Orders by the moment they were placed, the oldest first. Rows are whole orders, so that one page shows everything.</summary>
internal sealed class PlacedPages(PlatformApi shop, int pageSize)
{
    public int PageSize => pageSize;

    public async Task<ShopAnswer<PlacedRows>> ReadAsync(DaySpan? days, int offset, CancellationToken ct)
    {
        var (page, size) = PageCover.Of(offset, pageSize);
        return await shop.PageAsync<OrderOutput>("orders", Query(days), page, size, ct) switch
        {
            ShopAnswer<IReadOnlyList<OrderOutput>>.Given given when given.Value.Count > size => Rejected("The shop ignored the page's size."),
            ShopAnswer<IReadOnlyList<OrderOutput>>.Given given => new ShopAnswer<PlacedRows>.Given(
                new PlacedRows([.. given.Value.Skip(offset - ((page - 1) * size)).Select(RowOf)], given.Value.Count < size), given.SourceTime),
            ShopAnswer<IReadOnlyList<OrderOutput>>.Failed failed => new ShopAnswer<PlacedRows>.Failed(failed.Outcome, failed.Status),
            _ => new ShopAnswer<PlacedRows>.Absent(),
        };
    }

    private static string Query(DaySpan? days) => "order%5Bdate%5D=asc" + (days is null ? "" : $"&date%5Bafter%5D={Moment(days.From)}&date%5Bstrictly_before%5D={Moment(days.Until)}");

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static PlacedRow RowOf(OrderOutput order) => new(
        order.Id, order.Number, order.PlacedAt, order.ChangedAt, order.Total, order.Currency, order.PaymentStatus?.Code ?? "", order.ShippingStatus?.Code ?? "");

    private static ShopAnswer<PlacedRows> Rejected(string message) => new ShopAnswer<PlacedRows>.Failed(new WriteOutcome.Rejected([new Reason("orders", message)]));
}
