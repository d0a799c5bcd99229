using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>An order as F&amp;O holds it.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Lines">Its lines, by line number.</param>
/// <param name="SourceTime">The server's clock.</param>
internal sealed record StoredOrder(FinanceRecord Header, IReadOnlyList<FinanceRecord> Lines, DateTimeOffset? SourceTime = null)
{
    /// <summary>The fields of a header that everybody needs.</summary>
    public static IReadOnlyList<string> HeaderFields { get; } =
    [
        "SalesOrderNumber", "CustomersOrderReference", "SalesOrderStatus", "SalesOrderProcessingStatus", "IsSalesProcessingStopped", "CurrencyCode", "OrderingCustomerAccountNumber",
        "InvoiceCustomerAccountNumber", "OrderCreationDateTime", "OrderTotalChargesAmount", "OrderTotalTaxAmount", "TotalDiscountAmount", "TotalDiscountPercentage",
    ];

    /// <summary>The fields of a line that everybody needs.</summary>
    public static IReadOnlyList<string> LineFields { get; } =
    [
        "InventoryLotId", "SalesOrderNumber", "LineNumber", "ItemNumber", "OrderedSalesQuantity", "SalesUnitSymbol", "SalesPrice", "SalesPriceQuantity", "LineAmount",
        LineKeys.Field, "SalesOrderLineStatus", "SalesTaxGroupCode", "SalesTaxItemGroupCode",
    ];

    /// <summary>Its number.</summary>
    public string Number => Header.Text("SalesOrderNumber");

    /// <summary>Our reference on it.</summary>
    public string Reference => Header.Text("CustomersOrderReference");

    /// <summary>Rows of lines in the order of their numbers.</summary>
    public static IReadOnlyList<FinanceRecord> InOrder(IEnumerable<FinanceRecord> lines) => [.. lines.OrderBy(line => line.Number("LineNumber") ?? 0)];
}
