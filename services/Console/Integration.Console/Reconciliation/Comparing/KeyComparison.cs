using System.Globalization;
using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>Compares what the two sides say of one key. Pure: the same records give the same answer.</summary>
internal static class KeyComparison
{
    /// <summary>Compares.</summary>
    /// <param name="rule">What counts.</param>
    /// <param name="days">The days in question; records of other days are there only so that none is missed over a day's edge.</param>
    /// <param name="store">The storefront's records of the key.</param>
    /// <param name="erp">The ERP's.</param>
    public static KeyResult Of(EntityRule rule, DaySpan days, IReadOnlyList<RecordRow> store, IReadOnlyList<RecordRow> erp)
    {
        if (!(store.Count > 0 ? store : erp).Any(record => record.At == 0 || days.Holds(UnixTime.FromUnixMs(record.At)))) return KeyResult.Elsewhere;
        var needed = store.Any(record => record.State == ListedStates.Active);
        List<RecordRow> liveStore = [.. store.Where(record => record.State != ListedStates.Cancelled)];
        List<RecordRow> liveErp = [.. erp.Where(record => record.State != ListedStates.Cancelled)];
        var found = Compare(rule, needed, store, liveStore, erp, liveErp);
        return new KeyResult(true, found, needed || erp.Count > 0 ? liveStore : [], liveErp);
    }

    private static Discrepancy? Compare(
        EntityRule rule, bool needed, IReadOnlyList<RecordRow> store, List<RecordRow> liveStore, IReadOnlyList<RecordRow> erp, List<RecordRow> liveErp)
    {
        if (rule.OnceInErp && liveErp.Count > 1)
            return Found(AttentionClasses.DuplicateInErp, $"The ERP has it {liveErp.Count} times: {string.Join(", ", liveErp.Select(Name))}.", store, liveErp);
        if (rule.InErp && needed && erp.Count == 0) return Found(AttentionClasses.MissingInErp, "It is in the storefront and not in the ERP.", store, erp);
        if (needed && erp.Count > 0 && liveErp.Count == 0) return Found(AttentionClasses.CancelledOnOneSide, "It is cancelled in the ERP and alive in the storefront.", store, erp);
        if (store.Count > 0 && liveStore.Count == 0 && liveErp.Count > 0)
            return Found(AttentionClasses.CancelledOnOneSide, "It is cancelled in the storefront and alive in the ERP.", store, liveErp);
        if (rule.InStore && store.Count == 0 && liveErp.Count > 0) return Found(AttentionClasses.MissingInStore, "It is in the ERP and not in the storefront.", store, liveErp);
        return rule.Amounts is { } differing && liveStore.Count == 1 && liveErp.Count == 1 && Differ(liveStore[0], liveErp[0])
            ? Found(differing, Words(liveStore[0], liveErp[0]), liveStore, liveErp)
            : null;
    }

    private static bool Differ(RecordRow store, RecordRow erp) =>
        store.Amount is not null && erp.Amount is not null && (store.Amount != Expected(store, erp) || !store.Currency.Equals(erp.Currency, StringComparison.OrdinalIgnoreCase));

    // A level is never below nothing, and never a part of a piece.
    private static long? Expected(RecordRow store, RecordRow erp) => erp.Currency.Length > 0 || erp.Amount is not { } figure
        ? erp.Amount
        : Math.Max(0, (figure - store.Deducted) / 1_000_000 * 1_000_000);

    private static Discrepancy Found(string cause, string words, IReadOnlyList<RecordRow> store, IReadOnlyList<RecordRow> erp)
    {
        var (ours, theirs) = (store.Count > 0 ? store[0] : null, erp.Count > 0 ? erp[0] : null);
        return new Discrepancy
        {
            Key = (ours ?? theirs)!.Key,
            Cause = cause,
            Words = words,
            StoreId = ours?.Id ?? "",
            ErpId = string.Join(",", erp.Select(record => record.Id)),
            Number = ours is { Number.Length: > 0 } ? ours.Number : theirs is null ? "" : Name(theirs),
            StoreAmount = ours?.Amount,
            ErpAmount = theirs?.Amount,
            Currency = (ours ?? theirs)!.Currency,
            ChangedAt = store.Concat(erp).Max(record => Math.Max(record.ChangedAt, 0)),
        };
    }

    private static string Words(RecordRow store, RecordRow erp) => store.Deducted == 0
        ? $"The storefront says {Amount(store)}, the ERP {Amount(erp)}."
        : string.Create(CultureInfo.InvariantCulture, $"The storefront says {Amount(store)}, the ERP {Amount(erp)} less {Millionths.Back(store.Deducted)} of orders on their way.");

    private static string Name(RecordRow record) => record.Number.Length > 0 ? record.Number : record.Id;

    private static string Amount(RecordRow record) => Millionths.Words(record.Amount, record.Currency);
}
