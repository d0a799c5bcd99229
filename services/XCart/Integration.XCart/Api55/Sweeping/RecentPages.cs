using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Sweeping;

/// <summary>Orders by the moment they were placed, newest first. An order that slips over a page's edge meanwhile is found by the next round.</summary>
internal sealed class RecentPages(PlatformApi shop, int pageSize)
{
    public async IAsyncEnumerable<ChangePage> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = "order%5Bdate%5D=desc&date%5Bafter%5D=" + since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        for (var page = 1; ; page++)
        {
            var answer = await shop.PageAsync<OrderRow>("orders", query, page, pageSize, ct);
            if (answer is not ShopAnswer<IReadOnlyList<OrderRow>>.Given given)
            {
                yield return new ChangePage([], null, Last: true, (answer as ShopAnswer<IReadOnlyList<OrderRow>>.Failed)?.Outcome);
                yield break;
            }

            var recent = given.Value.Where(row => row.PlacedAt >= since).ToList();
            var last = recent.Count < given.Value.Count || given.Value.Count < pageSize;
            yield return new ChangePage(
                [.. recent.Where(row => !string.IsNullOrEmpty(row.Number)).Select(row => new ChangedRecord($"{row.Id}", row.ChangedAt))], given.SourceTime, last);
            if (last) yield break;
        }
    }
}
