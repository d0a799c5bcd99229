using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Compares a product of both sides, in the ERP's adapter, and sends to the storefront what is to be written there.</summary>
internal sealed class ProductComparison(TwoWayStore store, IOutbox outbox, Timeline timeline, ProductFailures failures)
{
    /// <summary>What is to be done, member by member.</summary>
    public static RecordMerge Merge(PairDefinition pair, TwoWayRecord record, IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> wanted)
    {
        var lane = pair.Lanes.Products!;
        var rules = new TwoWayRules { Owners = lane.Owners, ToErp = lane.ToErp, ToStorefront = lane.ToStore, FirstMeeting = FieldOwner.Erp };
        return RecordMerge.Of(rules, Settled(record, shown, wanted), shown, wanted);
    }

    /// <summary>Sends what is to be written, tells conflicts, and stores the record.</summary>
    /// <returns>The record as stored.</returns>
    public async Task<TwoWayRecord> StoreAsync(
        IUnit unit, PairDefinition pair, TwoWayRecord record, RecordMerge merge, Product wanted, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var key = ProductFailures.Key(pair.Name, record.Id, wanted.Sku);
        var merged = Settled(record, record.Storefront, ProductTexts.Of(wanted, pair.Lanes.Products!, record.Storefront.GetValueOrDefault(ProductTexts.WeightUnit))).Met(merge.Converged);
        if (merge.ToStorefront.Count > 0)
        {
            var what = Words(merge.ToStorefront.Keys, record.Storefront, merge.ToStorefront);
            if (pair.Mode == PairMode.Live)
            {
                merged = merged with { Writes = merged.Writes + 1 };
                var fields = merge.ToStorefront.Keys.ToDictionary(field => field, field => record.Storefront.GetValueOrDefault(field, ""), StringComparer.Ordinal);
                var sent = ErpProductView.Weighed(wanted, record.Storefront.GetValueOrDefault(ProductTexts.WeightUnit));
                await outbox.EnqueueAsync(unit, Queues.Write(pair.Name, LaneNames.Products + LaneNames.ToStore),
                    new WriteProduct(pair.Name, record.Id, record.ErpId, merged.Writes, sent, fields), ct);
            }
            else
            {
                await timeline.TellAsync(unit, ProductFailures.Lane, key, $"Observed only; live it would write to the shop: {what}.", null, calls, ct);
            }
        }

        // What the ERP shows is kept for the decision.
        merged = merged with
        {
            Conflicts = [.. merge.Conflicts.Select(conflict => conflict.Field)],
            Erp = merge.Conflicts.ToDictionary(conflict => conflict.Field, conflict => conflict.Erp, StringComparer.Ordinal),
        };
        await ConflictsAsync(unit, key, record, merge, ct);
        await store.SaveAsync(unit, merged, null, ct);
        return merged;
    }

    /// <summary>For people: <c>price 12.5 instead of 9.9</c>.</summary>
    public static string Words(IEnumerable<string> fields, IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> wanted) => string.Join(", ", fields.Select(field =>
        field is ProductFields.Price or ProductFields.Weight or ProductFields.Enabled or ProductFields.TaxClass
            ? $"{field} {wanted.GetValueOrDefault(field, "")} instead of {shown.GetValueOrDefault(field, "")}"
            : field));

    // A product that the shop's staff took off sale before we knew it stays so: only the ERP's own change of mind puts it back.
    private static TwoWayRecord Settled(TwoWayRecord record, IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> wanted) =>
        record.Fields.ContainsKey(ProductFields.Enabled) || shown.GetValueOrDefault(ProductFields.Enabled) != "false" || wanted.GetValueOrDefault(ProductFields.Enabled) != "true"
            ? record
            : record with
            {
                Fields = new Dictionary<string, TwoWayField>(record.Fields, StringComparer.Ordinal) { [ProductFields.Enabled] = new() { Base = new Agreed("false", "true") } },
            };

    private async Task ConflictsAsync(IUnit unit, RecordKey key, TwoWayRecord record, RecordMerge merge, CancellationToken ct)
    {
        if (merge.Conflicts.Count > 0)
        {
            // Told each time, which is when one of them changed or a person asked: a retry or decision needs its answer.
            if (record.Conflicts.Count == 0) await TwoWayStore.CountAsync(unit, key.Pair, Entities.Product, TwoWayCounts.Conflicts, 1, ct);
            await failures.InConflictAsync(unit, key, record.Id,
                [.. merge.Conflicts.Select(conflict => new Reason(conflict.Field, $"The shop has '{conflict.Storefront}', the ERP '{conflict.Erp}', and both were changed."))], ct);
        }
        else if (record.Conflicts.Count > 0)
        {
            await timeline.ClearAsync(unit, key, AttentionClasses.Conflict, "Nothing is in conflict any more.", ct);
        }
    }
}
