using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Fulfilment;

/// <summary>Turns an order with its lines and invoices into canonical progress.</summary>
internal static class OrderProgress
{
    private const string Stamp = "modifiedon";

    /// <summary>Columns of an order.</summary>
    /// <param name="reference">The column with our reference.</param>
    public static IReadOnlyList<string> Columns(string reference) => ["salesorderid", "ordernumber", reference, "statecode", "statuscode", "totalamount", Stamp];

    /// <summary>Columns of its lines.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
        ["salesorderdetailid", "_productid_value", "quantity", "extendedamount", "tax", "quantityshipped", "quantitycancelled", "lineitemnumber", Stamp];

    /// <summary>The progress.</summary>
    /// <param name="order">The order, with its currency.</param>
    /// <param name="reference">The column with our reference.</param>
    /// <param name="sku">The column of products with the SKU.</param>
    /// <param name="lines">Its lines with their products.</param>
    /// <param name="invoices">Its invoices with their lines.</param>
    public static ErpOrderProgress Of(DataverseRecord order, string reference, string sku, IReadOnlyList<DataverseRecord> lines, IReadOnlyList<DataverseRecord> invoices)
    {
        var id = order.Id("salesorderid")!.Value.ToString("D");
        var changed = lines.Append(order).Select(record => record.Moment(Stamp)).OfType<DateTimeOffset>().DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var valid = invoices.Where(InvoiceReading.IsValid).ToList();
        var shipments = valid.Where(invoice => InvoiceReading.Shows(invoice.Rows("invoice_details"))).Select(invoice => invoice.Id("invoiceid")!.Value.ToString("D")).Order(StringComparer.Ordinal).ToList();
        // Lines of shipping, fees and the like have no product.
        var goods = lines.Where(line => line.Link("productid") is not null).ToList();
        var hasAllShipped = goods.Count > 0 && goods.TrueForAll(line => Left(line) <= 0) && goods.Exists(line => line.Number("quantityshipped") > 0);
        var isPartlyShipped = shipments.Count > 0 || lines.Any(line => line.Number("quantityshipped") > 0);
        return new ErpOrderProgress
        {
            Id = id,
            Number = order.Text("ordernumber") is { Length: > 0 } number ? number : id,
            Reference = order.Text(reference),
            Status = OrderStates.Of(order, isPartlyShipped, hasAllShipped),
            ErpStatus = OrderStates.Words(order),
            ChangedAt = changed,
            Content = new ErpOrderContent
            {
                ChangedAt = changed,
                Currency = order.One("transactioncurrencyid")?.Text("isocurrencycode") ?? "",
                Total = order.Number("totalamount") ?? 0,
                Lines = [.. goods.Select(line => Line(line, sku, isPartlyShipped))],
            },
            Shipments = shipments,
            Invoices = [.. valid.Select(invoice => invoice.Text("invoicenumber")).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static ErpOrderLine Line(DataverseRecord line, string sku, bool isPartlyShipped) => new(
        line.Id("salesorderdetailid")!.Value.ToString("D"), line.One("productid")?.Text(sku) ?? "", line.Number("quantity") ?? 0, (line.Number("extendedamount") ?? 0) - (line.Number("tax") ?? 0),
        isPartlyShipped ? Math.Max(0, Left(line)) : 0, line.Number("quantitycancelled") ?? 0);

    private static decimal Left(DataverseRecord line) => (line.Number("quantity") ?? 0) - (line.Number("quantityshipped") ?? 0) - (line.Number("quantitycancelled") ?? 0);
}
