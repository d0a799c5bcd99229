using System.Globalization;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>What counts as a change of an order: these entities have no change stamps, so that listings are compared by it. No personal data is in it.</summary>
internal static class ListedOrder
{
    /// <summary>The fields of a header that it needs.</summary>
    public static IReadOnlyList<string> HeaderFields { get; } =
        ["SalesOrderNumber", "CustomersOrderReference", "SalesOrderStatus", "SalesOrderProcessingStatus", "IsSalesProcessingStopped", "CurrencyCode", "OrderCreationDateTime", "DeliveryModeCode"];

    /// <summary>The fields of a line that it needs.</summary>
    public static IReadOnlyList<string> LineFields { get; } = ["SalesOrderNumber", "InventoryLotId", "ItemNumber", "OrderedSalesQuantity", "LineAmount", "SalesOrderLineStatus"];

    /// <summary>The same text for the same content, whether a list showed it or the answer to a write.</summary>
    public static string Content(FinanceRecord header, IEnumerable<FinanceRecord> lines) => string.Join('\n',
    [
        .. HeaderFields.Select(header.Text),
        .. lines.Select(line => string.Join('\t',
            line.Text("InventoryLotId"), line.Text("ItemNumber"), Text(line.Number("OrderedSalesQuantity")), Text(line.Number("LineAmount")), line.Text("SalesOrderLineStatus"))).Order(StringComparer.Ordinal),
    ]);

    private static string Text(decimal? value) => (value ?? 0).ToString("0.############", CultureInfo.InvariantCulture);
}
