using Integration.Connectors.Pairs;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>Walks through both sides' records of an entity key by key, a page at a time, so that memory does not grow with the shop.</summary>
internal sealed class EntityComparison(IDatabase database)
{
    /// <summary>More differences than this are not listed one by one: then the two sides have nothing to do with each other.</summary>
    public const int MostFindings = 5000;

    private const int Page = 500;

    public async Task<EntityResult> RunAsync(string run, EntityRule rule, DaySpan days, CancellationToken ct)
    {
        var (totals, found, compared, tooMany, after) = (new Totals(rule.Entity), new List<Discrepancy>(), 0, false, "");
        while (true)
        {
            var from = after;
            var keys = await database.ReadAsync((unit, token) => RecordTable.KeysAsync(unit, run, rule.Entity, from, Page, token), ct);
            if (keys.Count == 0) break;
            var records = (await database.ReadAsync((unit, token) => RecordTable.OfKeysAsync(unit, run, rule.Entity, [.. keys], token), ct)).ToLookup(record => record.Key, StringComparer.Ordinal);
            foreach (var key in keys)
            {
                var sides = records[key].ToLookup(record => record.Side);
                var result = KeyComparison.Of(rule, days, [.. sides[Sides.Store]], [.. sides[Sides.Erp]]);
                if (!result.Counts) continue;
                compared++;
                totals.Add(result);
                if (result.Found is not { } difference) continue;
                if (found.Count < MostFindings) found.Add(difference);
                else tooMany = true;
            }

            after = keys[^1];
        }

        return new EntityResult(rule.Entity, compared, found, totals.Rows, tooMany);
    }
}
