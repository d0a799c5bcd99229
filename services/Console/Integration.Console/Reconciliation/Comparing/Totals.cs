using Integration.Contracts.Reconciliation;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>Adds up what both sides have, per group and currency.</summary>
internal sealed class Totals(string entity)
{
    private readonly Dictionary<(string PartOf, string Currency), TotalRow> _rows = [];

    public IReadOnlyList<TotalRow> Rows => [.. _rows.Values];

    public void Add(KeyResult result)
    {
        foreach (var record in result.Store) Add(record, record.PartOf);
        // Each side has its own names for a provider: what both have counts under the storefront's.
        foreach (var record in result.Erp) Add(record, result.Store.Count > 0 ? result.Store[0].PartOf : record.PartOf);
    }

    private void Add(RecordRow record, string partOf)
    {
        var key = (partOf, record.Currency);
        var before = _rows.GetValueOrDefault(key) ?? new TotalRow { Entity = entity, PartOf = partOf, Currency = record.Currency };
        _rows[key] = record.Side == Sides.Store
            ? before with { StoreCount = before.StoreCount + 1, StoreAmount = before.StoreAmount + (record.Amount ?? 0) }
            : before with { ErpCount = before.ErpCount + 1, ErpAmount = before.ErpAmount + (record.Amount ?? 0) };
    }
}
