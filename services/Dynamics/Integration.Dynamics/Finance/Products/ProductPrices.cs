using Integration.Contracts.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Products;

/// <summary>
/// Prices from sales price agreements. Those of single customers, of sites, warehouses and variants, and of other units than that of sales are left out; of several that hold today the latest
/// goes first.
/// </summary>
internal static class ProductPrices
{
    private static readonly string[] Narrower =
        ["CustomerAccountNumber", "PriceSiteId", "PriceWarehouseId", "ProductColorId", "ProductSizeId", "ProductStyleId", "ProductconfigurationId", "ProductVersionId"];

    /// <summary>The prices that hold on a day.</summary>
    public static IReadOnlyList<ProductPrice> Of(IEnumerable<FinanceRecord> agreements, string? salesUnit, DateOnly today) =>
    [
        .. agreements.Where(row => !Narrower.Any(field => row.Text(field).Length > 0) && IsOfUnit(row, salesUnit) && Holds(row, today))
            .GroupBy(row => (Group: row.Text("PriceCustomerGroupCode"), Quantity: Math.Max(1, row.Number("FromQuantity") ?? 1), Currency: row.Text("PriceCurrencyCode")))
            .Select(same => new ProductPrice(same.Key.Group.Length > 0 ? same.Key.Group : null, same.Key.Quantity, PerUnit(same.OrderByDescending(row => row.Date("PriceApplicableFromDate")).First()), same.Key.Currency))
            .OrderBy(price => price.Group, StringComparer.Ordinal).ThenBy(price => price.Currency, StringComparer.Ordinal).ThenBy(price => price.Quantity),
    ];

    private static bool IsOfUnit(FinanceRecord row, string? salesUnit) => salesUnit is null || row.Text("QuantityUnitySymbol").Length == 0 || OrderComparison.Same(row.Text("QuantityUnitySymbol"), salesUnit);

    private static bool Holds(FinanceRecord row, DateOnly today) =>
        (row.Date("PriceApplicableFromDate") is not { } begins || begins <= today) && (row.Date("PriceApplicableToDate") is not { } ends || ends >= today);

    private static decimal PerUnit(FinanceRecord row) => (row.Number("Price") ?? 0) / (row.Number("SalesPriceQuantity") is { } quantity and > 0 ? quantity : 1);
}
