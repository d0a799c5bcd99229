using Integration.Contracts.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Products;

/// <summary>Turns released products into canonical ones.</summary>
internal static class ProductReading
{
    /// <summary>The product without prices for groups and barcode. Units of measure and variants stand in entities that are not read.</summary>
    public static Product Of(FinanceRecord record, ProductSettings settings)
    {
        var (item, unit) = (record.Text(ReleasedProducts.Item), Given(record.Text("SalesUnitSymbol")));
        return new Product
        {
            Id = item,
            Sku = item,
            Kind = KindOf(record),
            Name = Given(record.Text(settings.NameField)),
            Enabled = !settings.InactiveStates.Contains(record.Text("ProductLifecycleStateId"), StringComparer.OrdinalIgnoreCase),
            Price = record.Number("SalesPrice") / (record.Number("SalesPriceQuantity") is { } quantity and > 0 ? quantity : 1),
            Weight = record.Number("NetProductWeight") is { } weight and > 0 ? weight : null,
            WeightUnit = settings.WeightUnit,
            SalesUnit = unit,
            Units = unit is not null && OrderComparison.Same(unit, record.Text("InventoryUnitSymbol")) ? [new ProductUnit(unit, 1)] : null,
            TaxClass = Given(record.Text("SalesSalesTaxItemGroupCode")),
            Class = Given(record.Text("ProductGroupId")),
        };
    }

    /// <summary>The barcode of the sales unit: the one that is scanned by default, else the first by its number.</summary>
    public static string? Barcode(IEnumerable<FinanceRecord> barcodes, string? salesUnit) =>
        barcodes.Where(row => salesUnit is null || row.Text("ProductQuantityUnitSymbol").Length == 0 || OrderComparison.Same(row.Text("ProductQuantityUnitSymbol"), salesUnit))
            .OrderByDescending(row => row.Flag("IsDefaultScannedBarcode")).ThenBy(row => row.Text("Barcode"), StringComparer.Ordinal).Select(row => Given(row.Text("Barcode"))).FirstOrDefault();

    private static ProductKind KindOf(FinanceRecord record) =>
        record.Text("ProductSubType") == "ProductMaster" ? ProductKind.Template : record.Text("ProductType") == "Service" ? ProductKind.NonStock : ProductKind.Stock;

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
