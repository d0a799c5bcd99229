using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.XCart.Sweeping;

/// <summary>
/// Lists orders changed since a moment. The list is read newest change first until it is older than the moment, whether or not the shop can leave
/// older rows out by itself. Rows that change meanwhile move to the top and are found by the next sweep; what could be lost is a row that
/// slips up over a page's edge when another order is deleted, or one of several changed in the same second, whose order is not fixed.
/// So every page after the first must begin with a row newer than the last row of the page before: then nothing lies between them.
/// </summary>
internal sealed class ChangedOrders(IOrderList list, int pageSize)
{
    /// <summary>The pages; the last one is marked, or says why it could not be read.</summary>
    public async IAsyncEnumerable<ChangePage> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var bound = since.ToUnixTimeSeconds();
        var window = new PageWindow(pageSize, list.LargestPage);
        var seen = new HashSet<(long Id, long ChangedAt)>();
        while (true)
        {
            var part = await list.ReadAsync(window.Offset, window.Limit, since, ct);
            if (part.Failure is { } failure)
            {
                yield return new ChangePage([], null, Last: false, failure);
                yield break;
            }

            if (!window.Joins(part.Rows))
            {
                window.StepBack();
                continue;
            }

            var last = part.ReachedEnd || part.Rows[^1].Key.ChangedAt < bound;
            yield return new ChangePage(Records(part.Rows, bound, seen), part.SourceTime, last);
            if (last) yield break;
            if (window.Advance(part.Rows)) continue;
            yield return new ChangePage([], part.SourceTime, Last: false, new WriteOutcome.Rejected([new Reason("", $"More than {list.LargestPage} orders were changed in the same second; they cannot be listed safely. Run a backfill for that day.")]));
            yield break;
        }
    }

    private static IReadOnlyList<ChangedRecord> Records(IReadOnlyList<ListedOrder> rows, long bound, HashSet<(long Id, long ChangedAt)> seen) =>
    [
        .. rows.Where(row => row.Key.ChangedAt >= bound && row.Placed && seen.Add((row.Id, row.Key.ChangedAt)))
            .Select(row => new ChangedRecord($"{row.Id}", DateTimeOffset.FromUnixTimeSeconds(row.Key.ChangedAt))),
    ];
}
