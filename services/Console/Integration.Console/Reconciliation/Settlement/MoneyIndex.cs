using Integration.Console.Reconciliation.Comparing;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>
/// One side's captures and refunds, found by what a settlement file may call them: the provider's reference, the side's own key, or that key without the
/// storefront's code, which is the storefront's transaction.
/// </summary>
internal sealed class MoneyIndex
{
    private readonly Dictionary<(string Type, string Name), List<RecordRow>> _named = [];

    public MoneyIndex(string storefrontCode, IReadOnlyList<RecordRow> captures, IReadOnlyList<RecordRow> refunds)
    {
        All = [.. captures.Select(row => (SettlementTypes.Capture, row)), .. refunds.Select(row => (SettlementTypes.Refund, row))];
        var prefix = $"{storefrontCode}-";
        foreach (var (type, row) in All)
        {
            var own = row.Key.StartsWith(prefix, StringComparison.Ordinal) ? row.Key[prefix.Length..] : row.Key;
            foreach (var name in new[] { row.Reference, row.Key, own }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
            {
                if (!_named.TryGetValue((type, name), out var rows)) _named[(type, name)] = rows = [];
                rows.Add(row);
            }
        }
    }

    /// <summary>Everything.</summary>
    public IReadOnlyList<(string Type, RecordRow Row)> All { get; }

    /// <summary>What is known by a name.</summary>
    public IReadOnlyList<RecordRow> Of(string type, string name) => _named.TryGetValue((type, name), out var rows) ? rows : [];

    /// <summary>Everything of the transactions that a name stands for: later captures and refunds have keys of their own, and share the provider's reference.</summary>
    public IReadOnlyList<RecordRow> OfTransaction(string type, string name) =>
        [.. SettlementTypes.All.SelectMany(any => Of(any, name)).Where(row => row.Reference.Length > 0).SelectMany(row => Of(type, row.Reference)).Concat(Of(type, name)).Distinct()];
}
