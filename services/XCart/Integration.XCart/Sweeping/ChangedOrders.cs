using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Orders.Wire;
using Integration.XCart.Protocol;

namespace Integration.XCart.Sweeping;

/// <summary>
/// Lists orders changed since a moment. The shop has no condition for that, so that the list is read newest change first until it is
/// older than the moment. Rows that change meanwhile move to the top and are found by the next sweep; what could be lost is a row that
/// slips up over a page's edge when another order is deleted, or one of several changed in the same second, whose order is not fixed.
/// So every page after the first must begin with a row newer than the last row of the page before: then nothing lies between them.
/// </summary>
internal sealed class ChangedOrders(RestApi shop, int pageSize)
{
    // A whole second of a mass update must fit into one page; more than this is not asked for at once.
    private const int LargestPage = 5000;

    /// <summary>The pages; the last one is marked, or says why it could not be read.</summary>
    public async IAsyncEnumerable<ChangePage> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var bound = since.ToUnixTimeSeconds();
        var window = new PageWindow(pageSize, LargestPage);
        var seen = new HashSet<(long Id, long ChangedAt)>();
        while (true)
        {
            var answer = await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst("o.lastRenewDate", window.Offset, window.Limit), ct);
            if (Fault(answer, window.Limit) is { } failure)
            {
                yield return new ChangePage([], null, Last: false, failure);
                yield break;
            }

            var (rows, sourceTime) = RowsOf(answer);
            if (!window.Joins(rows))
            {
                window.StepBack();
                continue;
            }

            var last = rows.Count < window.Limit || rows[^1].ChangedAt < bound;
            yield return new ChangePage(Records(rows, bound, seen), sourceTime, last);
            if (last) yield break;
            if (window.Advance(rows)) continue;
            yield return new ChangePage([], sourceTime, Last: false, Rejected($"More than {LargestPage} orders were changed in the same second; they cannot be listed safely. Run a backfill for that day."));
            yield break;
        }
    }

    // Carts and orders that were never finished have no number; they appear here because a condition is given.
    private static IReadOnlyList<ChangedRecord> Records(IReadOnlyList<OrderRow> rows, long bound, HashSet<(long Id, long ChangedAt)> seen) =>
    [
        .. rows.Where(row => row.ChangedAt >= bound && !string.IsNullOrEmpty(row.Number) && seen.Add((row.Id, row.ChangedAt)))
            .Select(row => new ChangedRecord($"{row.Id}", DateTimeOffset.FromUnixTimeSeconds(row.ChangedAt))),
    ];

    private static (IReadOnlyList<OrderRow> Rows, DateTimeOffset? SourceTime) RowsOf(ShopAnswer<IReadOnlyList<OrderRow>> answer) =>
        answer is ShopAnswer<IReadOnlyList<OrderRow>>.Given given ? (given.Value, given.SourceTime) : ([], null);

    private static WriteOutcome? Fault(ShopAnswer<IReadOnlyList<OrderRow>> answer, int limit) => answer switch
    {
        ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed => failed.Outcome,
        ShopAnswer<IReadOnlyList<OrderRow>>.Given given when given.Value.Count > limit => Rejected("The shop ignored the limit and gave its whole table: its REST API add-on does not know these conditions."),
        ShopAnswer<IReadOnlyList<OrderRow>>.Given given when !NewestFirst(given.Value) => Rejected("The shop did not order its list by the last change: its REST API add-on does not know this condition."),
        _ => null,
    };

    private static bool NewestFirst(IReadOnlyList<OrderRow> rows) => rows.Zip(rows.Skip(1)).All(pair => pair.First.ChangedAt >= pair.Second.ChangedAt);

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("_cnd", message)]);
}
