using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api55.Sweeping;

/// <summary>
/// The list of orders, newest change first, or newest order first. Newer versions of 5.5 also leave out older rows (<c>lastRenewDate[after]</c>), 5.5.0.29 ignores that
/// silently: it is always asked for, and what comes is believed only as far as it is seen.
/// </summary>
internal sealed class OrderPages : IOrderList
{
    /// <summary>Rows of a page unless the pair file says otherwise; each is a whole order, with lines and addresses.</summary>
    public const int UsualPage = 25;

    // No shop is thought to give fewer rows than this.
    private const int SmallestLimit = 10;

    private readonly PlatformApi _shop;
    private readonly Func<DateTimeOffset, string> _query;
    private readonly Func<OrderRow, RowKey> _key;

    // Some versions may order by the first of the two fields only.
    private volatile bool _orderedBySecondsOnly;

    /// <summary>By the last change.</summary>
    public OrderPages(PlatformApi shop)
        : this(shop, Query, row => new RowKey(row.ChangedAt.ToUnixTimeSeconds(), row.PlacedAt.ToUnixTimeSeconds()))
    {
    }

    private OrderPages(PlatformApi shop, Func<DateTimeOffset, string> query, Func<OrderRow, RowKey> key) => (_shop, _query, _key) = (shop, query, key);

    public int LargestPage => PlatformApi.LargestPage;

    /// <summary>By the moment they were placed.</summary>
    public static OrderPages ByPlacement(PlatformApi shop) => new(
        shop, since => "order%5Bdate%5D=desc&date%5Bafter%5D=" + Moment(since), row => new RowKey(row.PlacedAt.ToUnixTimeSeconds()));

    public async Task<ListPart> ReadAsync(int offset, int limit, DateTimeOffset since, CancellationToken ct)
    {
        var (page, size) = PageCover.Of(offset, Math.Min(limit, LargestPage));
        return await _shop.PageAsync<OrderRow>("orders", _query(since), page, size, ct) switch
        {
            ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed => new ListPart([], false, null, failed.Outcome),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when given.Value.Count > size => Rejected("The shop ignored the page's size."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when !Ordered(given.Value, BySecond) =>
                Rejected("The shop did not order its list as it was asked for."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given when await GoesOnAsync(given.Value, page, size, since, ct) =>
                Rejected("The shop gives fewer rows per page than it was asked for. Set the connection's pageSize lower."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given given => new ListPart(
                [.. RowsOf(given.Value).Skip(offset - ((page - 1) * size))], given.Value.Count < size, given.SourceTime),
            _ => Rejected("The shop has no list of orders at its address."),
        };
    }

    /// <summary>Parameters of the list: newest change first, the newer order first within one second, and nothing older than the moment where the shop can.</summary>
    public static string Query(DateTimeOffset since) =>
        "order%5BlastRenewDate%5D=desc&order%5Bdate%5D=desc&lastRenewDate%5Bafter%5D=" + Moment(since);

    // A page that is not full ends the list, unless the shop has a limit of its own below the size: then orders would be lost without a word.
    // A row of this page that slipped down meanwhile says nothing.
    private async Task<bool> GoesOnAsync(IReadOnlyList<OrderRow> rows, int page, int size, DateTimeOffset since, CancellationToken ct) =>
        rows.Count >= SmallestLimit && rows.Count < size
        && await _shop.PageAsync<OrderRow>("orders", _query(since), ((page - 1) * size) + rows.Count + 1, 1, ct) is ShopAnswer<IReadOnlyList<OrderRow>>.Given next
        && next.Value.Any(row => rows.All(seen => seen.Id != row.Id));

    private IEnumerable<ListedOrder> RowsOf(IReadOnlyList<OrderRow> rows)
    {
        if (!Ordered(rows, _key)) _orderedBySecondsOnly = true;
        return rows.Select(row => new ListedOrder(row.Id, !string.IsNullOrEmpty(row.Number), _orderedBySecondsOnly ? BySecond(row) : _key(row)));
    }

    private RowKey BySecond(OrderRow row) => new(_key(row).ChangedAt);

    private static string Moment(DateTimeOffset since) => since.AddSeconds(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool Ordered(IReadOnlyList<OrderRow> rows, Func<OrderRow, RowKey> key) => rows.Zip(rows.Skip(1)).All(pair => key(pair.First).CompareTo(key(pair.Second)) >= 0);

    private static ListPart Rejected(string message) => new([], false, null, new WriteOutcome.Rejected([new Reason("orders", message)]));
}
