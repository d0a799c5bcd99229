using Integration.Contracts.Stock;

namespace Integration.Connectors.Ports;

/// <summary>What one warehouse of an ERP has of one item.</summary>
/// <param name="Sku">The item's SKU.</param>
/// <param name="Warehouse">The warehouse's code; empty when the ERP tells the sum of all.</param>
/// <param name="Quantity">The figure that is sold from, in the item's base unit.</param>
/// <param name="StampedAt">When the ERP last changed it, UTC; null when it does not say.</param>
/// <param name="ItemClass">The item's class; null when it is not told.</param>
public sealed record WarehouseRow(string Sku, string Warehouse, decimal Quantity, DateTimeOffset? StampedAt = null, string? ItemClass = null)
{
    /// <summary>One figure for every SKU that has rows.</summary>
    public static IReadOnlyList<StockFigure> Figures(IEnumerable<WarehouseRow> rows) =>
        [.. rows.GroupBy(row => row.Sku, StringComparer.OrdinalIgnoreCase).Select(same => Figure(same.Key, [.. same]))];

    /// <summary>One figure for exactly the SKUs that were asked for, as they were written there; one without rows has no places.</summary>
    public static IReadOnlyList<StockFigure> Figures(IReadOnlyList<string> skus, IEnumerable<WarehouseRow> rows)
    {
        var bySku = rows.ToLookup(row => row.Sku, StringComparer.OrdinalIgnoreCase);
        return [.. skus.Select(sku => Figure(sku, [.. bySku[sku]]))];
    }

    private static StockFigure Figure(string sku, IReadOnlyList<WarehouseRow> rows) => new()
    {
        Sku = sku,
        Places = rows.GroupBy(row => row.Warehouse, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Sum(row => row.Quantity), StringComparer.Ordinal),
        StampedAt = rows.Max(row => row.StampedAt),
        ItemClass = rows.Select(row => row.ItemClass).FirstOrDefault(name => !string.IsNullOrEmpty(name)),
    };
}
