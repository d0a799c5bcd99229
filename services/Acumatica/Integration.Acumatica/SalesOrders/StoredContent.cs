using Integration.Acumatica.Protocol;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.SalesOrders;

/// <summary>What a SalesOrder record with its Details expanded holds, without personal data.</summary>
internal static class StoredContent
{
    private const string PartlyShipped = "Back Order";

    /// <summary>The content; null when the record came without lines or change stamp.</summary>
    public static ErpOrderContent? Of(EntityRecord order)
    {
        if (order.Moment("LastModified") is not { } changed || order.Json["Details"] is null) return null;
        var isPartlyShipped = order.Text("Status") == PartlyShipped;
        return new ErpOrderContent
        {
            ChangedAt = changed,
            Currency = order.Text("CurrencyID"),
            Total = order.Number("OrderTotal") ?? 0,
            Lines = [.. order.Rows("Details").Where(line => !line.Flag("FreeItem")).Select(line => Line(line, isPartlyShipped))],
        };
    }

    private static ErpOrderLine Line(EntityRecord line, bool isPartlyShipped)
    {
        var (ordered, open, shipped) = (line.Number("OrderQty") ?? 0, line.Number("OpenQty") ?? 0, line.Number("QtyOnShipments") ?? 0);
        // A line that is complete with less than was ordered had its remainder cancelled.
        var missing = line.Flag("Completed") && shipped > 0 && shipped < ordered ? ordered - shipped : 0;
        return new ErpOrderLine(
            (line.Number("LineNbr") ?? 0).ToString("0", System.Globalization.CultureInfo.InvariantCulture), line.Text("InventoryID"), ordered, line.Number("Amount") ?? 0,
            isPartlyShipped ? open : 0, missing);
    }
}
