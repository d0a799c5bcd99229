using System.Runtime.CompilerServices;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Sweeping;

/// <summary>Orders by the moment they were placed, newest first. An order that slips over a page's edge meanwhile is found by the next round.</summary>
internal sealed class RecentTable(RestApi shop, int pageSize)
{
    public async IAsyncEnumerable<ChangePage> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var offset = 0; ; offset += pageSize)
        {
            var answer = await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst("o.date", offset, pageSize), ct);
            if (answer is not ShopAnswer<IReadOnlyList<OrderRow>>.Given given)
            {
                yield return new ChangePage([], null, Last: true, (answer as ShopAnswer<IReadOnlyList<OrderRow>>.Failed)?.Outcome);
                yield break;
            }

            var recent = given.Value.Where(row => row.PlacedAt >= since.ToUnixTimeSeconds()).ToList();
            // A shop that ignores the limit has given everything at once.
            var last = recent.Count < given.Value.Count || given.Value.Count != pageSize;
            yield return new ChangePage(
                [.. recent.Where(row => !string.IsNullOrEmpty(row.Number)).Select(row => new ChangedRecord($"{row.Id}", DateTimeOffset.FromUnixTimeSeconds(row.ChangedAt)))], given.SourceTime, last);
            if (last) yield break;
        }
    }
}
