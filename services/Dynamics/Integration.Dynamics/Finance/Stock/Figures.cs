using Integration.Contracts.Stock;

namespace Integration.Dynamics.Finance.Stock;

/// <summary>Puts warehouse rows together to one figure per SKU.</summary>
internal static class Figures
{
    /// <summary>All SKUs that have rows.</summary>
    public static IReadOnlyList<StockFigure> Of(IEnumerable<WarehouseRow> rows) =>
        [.. rows.GroupBy(row => row.Sku, StringComparer.OrdinalIgnoreCase).Select(same => Of(same.Key, same))];

    /// <summary>Exactly the SKUs that were asked for, as they were written there; one without rows has no places.</summary>
    public static IReadOnlyList<StockFigure> Of(IReadOnlyList<string> skus, IEnumerable<WarehouseRow> rows)
    {
        var bySku = rows.ToLookup(row => row.Sku, StringComparer.OrdinalIgnoreCase);
        return [.. skus.Select(sku => Of(sku, bySku[sku]))];
    }

    private static StockFigure Of(string sku, IEnumerable<WarehouseRow> rows) => new()
    {
        Sku = sku,
        Places = rows.GroupBy(row => row.Warehouse, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Sum(row => row.Quantity), StringComparer.Ordinal),
    };
}
