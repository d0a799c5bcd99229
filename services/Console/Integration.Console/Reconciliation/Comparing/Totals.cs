using Integration.Contracts.Reconciliation;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>Adds up what both sides have, per group and currency.</summary>
internal sealed class Totals(string entity)
{
    private readonly Dictionary<(string PartOf, string Currency), TotalRow> _rows = [];

    public IReadOnlyList<TotalRow> Rows => [.. _rows.Values];

    public void Add(KeyResult result)
    {
        foreach (var record in result.Store) Add(record);
        foreach (var record in result.Erp) Add(record);
    }

    private void Add(RecordRow record)
    {
        var key = (record.PartOf, record.Currency);
        var before = _rows.GetValueOrDefault(key) ?? new TotalRow { Entity = entity, PartOf = record.PartOf, Currency = record.Currency };
        _rows[key] = record.Side == Sides.Store
            ? before with { StoreCount = before.StoreCount + 1, StoreAmount = before.StoreAmount + (record.Amount ?? 0) }
            : before with { ErpCount = before.ErpCount + 1, ErpAmount = before.ErpAmount + (record.Amount ?? 0) };
    }
}
