using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.XCart.Sweeping;

/// <summary>
/// Lists the orders placed since a moment, newest first, one page per question. As with <see cref="ChangedOrders"/> every page overlaps the one before, so that orders
/// deleted meanwhile, also between two runs, hide no other.
/// </summary>
internal sealed class PlacedOrders(IOrderList list, int pageSize)
{
    public async Task<ListedPage> PageAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        var bound = since.ToUnixTimeSeconds();
        var (top, place) = Parse(cursor);
        var window = new PageWindow(pageSize, list.LargestPage, place);
        while (true)
        {
            var part = await list.ReadAsync(window.Offset, window.Limit, since, ct);
            if (part.Failure is { } failure) return new ListedPage.Failed(failure);
            if (!window.Joins(part.Rows))
            {
                window.StepBack();
                continue;
            }

            if (part.Rows is []) return new ListedPage.Read([], null, 1);
            var newest = top ?? part.Rows[0].Key.ChangedAt;
            var oldest = part.Rows[^1].Key.ChangedAt;
            var ids = part.Rows.Where(row => row.Key.ChangedAt >= bound && row.Placed).Select(row => $"{row.Id}").ToList();
            if (part.ReachedEnd || oldest < bound) return new ListedPage.Read(ids, null, 1);
            if (window.Advance(part.Rows)) return new ListedPage.Read(ids, $"{newest} {window.Place}", newest > bound ? Math.Clamp((double)(newest - oldest) / (newest - bound), 0, 1) : null);
            return new ListedPage.Failed(new WriteOutcome.Rejected([new Reason("", $"More than {list.LargestPage} orders were placed in the same second; they cannot be listed safely.")]));
        }
    }

    // What an older program wrote, or nobody, is read from the beginning: that only costs calls.
    private static (long? Top, string? Place) Parse(string? cursor) =>
        cursor?.Split(' ', 2) is [var top, var place] && long.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var newest) ? (newest, place) : (null, null);
}
