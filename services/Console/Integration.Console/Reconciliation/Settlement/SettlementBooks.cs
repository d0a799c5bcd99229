using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>
/// Compares a settlement file with the storefront's payments and the ERP's, transaction by transaction, and the file with itself: captured − refunded − fees =
/// paid out. Pure: the same records give the same answer.
/// </summary>
/// <param name="days">The days in question; what the lists and the file hold beside them only keeps an edge between two days from being a difference.</param>
/// <param name="lines">The file's lines.</param>
/// <param name="store">The storefront's money.</param>
/// <param name="erp">The ERP's; empty when it has no list.</param>
internal sealed class SettlementBooks(DaySpan days, IReadOnlyList<RecordRow> lines, MoneyIndex store, MoneyIndex erp)
{
    private readonly HashSet<RecordRow> _matched = [];
    private readonly Dictionary<string, HashSet<string>> _methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Discrepancy> _found = [];
    private int _checked;

    /// <summary>Only adds the file up: the storefront's money is not known.</summary>
    public EntityResult AddUp() => Result();

    /// <summary>Compares.</summary>
    public EntityResult Compare()
    {
        var movements = lines.Where(line => line.State is SettlementTypes.Capture or SettlementTypes.Refund).GroupBy(line => (line.State, line.Number)).ToList();
        foreach (var movement in movements) Match(movement.Key.State, movement.Key.Number, [.. movement]);
        foreach (var movement in movements) Judge(movement.Key.State, movement.Key.Number, [.. movement]);
        LookForMissing();
        return Result();
    }

    private EntityResult Result()
    {
        var totals = Totals();
        return new EntityResult(SettlementKeys.Entity, _checked, [.. _found.Take(EntityComparison.MostFindings)], [], _found.Count > EntityComparison.MostFindings) { Settlement = totals };
    }

    // The methods whose money the file shows: only of these must it show everything.
    private void Match(string type, string transaction, IReadOnlyList<RecordRow> inFile)
    {
        foreach (var row in InStore(type, transaction, inFile))
        {
            _matched.Add(row);
            foreach (var line in inFile) Methods(line.PartOf).Add(row.PartOf);
        }
    }

    // A file may name each movement by a key of its own, or all of a transaction by the transaction.
    private IReadOnlyList<RecordRow> InStore(string type, string transaction, IReadOnlyList<RecordRow> inFile)
    {
        var (own, all) = (store.Of(type, transaction), store.OfTransaction(type, transaction));
        return own.Count == 0 || (!Agree(inFile, [.. own.Where(IsLive)]) && Agree(inFile, [.. all.Where(IsLive)])) ? all : own;
    }

    private bool Agree(IReadOnlyList<RecordRow> inFile, IReadOnlyList<RecordRow> live) => Same([.. inFile.Where(IsOfDays)], [.. live.Where(IsOfDays)]) || Same(inFile, live);

    private HashSet<string> Methods(string provider)
    {
        if (!_methods.TryGetValue(provider, out var methods)) _methods[provider] = methods = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { provider };
        return methods;
    }

    private void Judge(string type, string transaction, IReadOnlyList<RecordRow> inFile)
    {
        var inStore = InStore(type, transaction, inFile);
        if (!inFile.Concat(inStore).Any(IsOfDays)) return;
        _checked++;
        List<RecordRow> live = [.. inStore.Where(IsLive)];
        var inErp = ErpOf(type, transaction, inStore);
        if (inStore.Count == 0)
        {
            // The storefront's list reaches one day further than those asked for, and no further.
            if (inFile.Any(IsOfDays)) Found(AttentionClasses.MissingInStore, type, transaction, $"The file has a {type} of {Sum(inFile)} ({Where(inFile)}) that the storefront does not show{(inErp.Count > 0 ? $"; the ERP has {Sum(inErp)}" : "")}.", inStore, inErp);
        }
        else if (live.Count == 0)
        {
            if (type == SettlementTypes.Capture && !IsGivenBack(transaction)) Found(AttentionClasses.AmountsDiffer, type, transaction, $"The file has a capture of {Sum(inFile)} ({Where(inFile)}) that is void in the storefront.", inStore, inErp);
        }
        else if (!Agree(inFile, live))
        {
            Found(AttentionClasses.AmountsDiffer, type, transaction, $"The file says {Sum(inFile)} ({Where(inFile)}), the storefront {Sum(live)}, the ERP {(inErp.Count > 0 ? Sum(inErp) : "nothing")}.", live, inErp);
        }
    }

    private void LookForMissing()
    {
        var covered = _methods.Values.SelectMany(methods => methods).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = store.All.Where(entry => entry.Row.State == ListedStates.Active && IsOfDays(entry.Row) && covered.Contains(entry.Row.PartOf) && !_matched.Contains(entry.Row));
        foreach (var movement in missing.GroupBy(entry => (entry.Type, Name: entry.Row.Reference.Length > 0 ? entry.Row.Reference : entry.Row.Key), entry => entry.Row))
        {
            _checked++;
            Found(AttentionClasses.MissingInFile, movement.Key.Type, movement.Key.Name, $"The storefront shows a {movement.Key.Type} of {Sum([.. movement])}, the file does not.", [.. movement], ErpOf(movement.Key.Type, movement.Key.Name, [.. movement]));
        }
    }

    private List<SettlementTotalRow> Totals()
    {
        var totals = new List<SettlementTotalRow>();
        foreach (var part in lines.GroupBy(line => (Provider: line.PartOf.ToUpperInvariant(), line.Currency)).OrderBy(part => part.Key.Provider, StringComparer.Ordinal).ThenBy(part => part.Key.Currency, StringComparer.Ordinal))
        {
            _checked++;
            var provider = part.First().PartOf;
            var total = Total(provider, part.Key.Currency, [.. part]);
            totals.Add(total);
            if (total.Expected == total.Payout) continue;
            string In(long millionths) => Millionths.Words(millionths, total.Currency);
            var words = $"Captured {In(total.Captured)}, less refunds {In(total.Refunded)} and fees {In(total.Fees)}, leaves {In(total.Expected)}; paid out were {In(total.Payout)}.";
            _found.Add(new Discrepancy
            {
                Key = SettlementKeys.Payout(provider, part.Key.Currency, days.First, days.Last), Cause = AttentionClasses.PayoutDiffers, Words = words,
                Number = $"{total.Provider} {total.Currency}".Trim(), Currency = part.Key.Currency,
            });
        }

        return totals;
    }

    private SettlementTotalRow Total(string provider, string currency, IReadOnlyList<RecordRow> part)
    {
        var methods = _methods.GetValueOrDefault(provider) ?? [];
        var ours = store.All.Where(entry => IsLive(entry.Row) && IsOfDays(entry.Row) && entry.Row.Currency == currency && methods.Contains(entry.Row.PartOf)).ToList();
        var theirs = ours.SelectMany(entry => erp.Of(entry.Type, entry.Row.Key).Where(IsLive).Select(row => (entry.Type, Row: row))).ToList();
        long InFile(string type) => Amount(part.Where(line => line.State == type));
        return new SettlementTotalRow
        {
            Provider = provider.Length > 0 ? provider : string.Join(" + ", methods.Where(method => method.Length > 0).Order(StringComparer.Ordinal)),
            Currency = currency,
            Captures = part.Count(line => line.State == SettlementTypes.Capture),
            Captured = InFile(SettlementTypes.Capture),
            Refunds = part.Count(line => line.State == SettlementTypes.Refund),
            Refunded = InFile(SettlementTypes.Refund),
            Fees = InFile(SettlementTypes.Fee) + part.Sum(line => line.Deducted),
            Payout = InFile(SettlementTypes.Payout),
            StoreCaptured = Of(ours, SettlementTypes.Capture),
            StoreRefunded = Of(ours, SettlementTypes.Refund),
            ErpCaptured = Of(theirs, SettlementTypes.Capture),
            ErpRefunded = Of(theirs, SettlementTypes.Refund),
        };
    }

    private bool IsOfDays(RecordRow row) => row.At == 0 || days.Holds(UnixTime.FromUnixMs(row.At));

    private static bool IsLive(RecordRow row) => row.State != ListedStates.Cancelled;

    // Providers that show a void as capture and refund show nothing that is left.
    private bool IsGivenBack(string transaction) =>
        Amount(lines.Where(line => line.Number == transaction && line.State == SettlementTypes.Capture)) == Amount(lines.Where(line => line.Number == transaction && line.State == SettlementTypes.Refund));

    private List<RecordRow> ErpOf(string type, string transaction, IReadOnlyList<RecordRow> inStore) =>
        [.. inStore.SelectMany(row => erp.Of(type, row.Key)).Concat(erp.Of(type, transaction)).Where(IsLive).Distinct()];

    private static bool Same(IReadOnlyList<RecordRow> one, IReadOnlyList<RecordRow> other) =>
        Amount(one) == Amount(other) && one.Concat(other).Select(row => row.Currency).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2;

    private static long Of(IEnumerable<(string Type, RecordRow Row)> entries, string type) => Amount(entries.Where(entry => entry.Type == type).Select(entry => entry.Row));

    private static long Amount(IEnumerable<RecordRow> rows) => rows.Sum(row => row.Amount ?? 0);

    private static string Sum(IReadOnlyList<RecordRow> rows) => string.Join(" + ", rows.GroupBy(row => row.Currency).Select(part => Millionths.Words(Amount(part), part.Key)));

    private static string Where(IReadOnlyList<RecordRow> inFile) => $"{(inFile.Count == 1 ? "line" : "lines")} {string.Join(", ", inFile.Select(line => line.Id))}";

    private void Found(string cause, string type, string transaction, string words, IReadOnlyList<RecordRow> inStore, List<RecordRow> inErp) => _found.Add(new Discrepancy
    {
        Key = SettlementKeys.Movement(type, transaction),
        Cause = cause,
        Words = words,
        StoreId = inStore.Count > 0 ? inStore[0].Id : "",
        ErpId = string.Join(",", inErp.Select(row => row.Id)),
        Number = inStore.Count > 0 ? inStore[0].Number : transaction,
        StoreAmount = inStore.Count > 0 ? Amount(inStore.Where(IsLive)) : null,
        ErpAmount = inErp.Count > 0 ? Amount(inErp) : null,
        Currency = inStore.Concat(inErp).Select(row => row.Currency).FirstOrDefault() ?? "",
        ChangedAt = inStore.Concat(inErp).Select(row => row.ChangedAt).DefaultIfEmpty().Max(),
    });
}
