using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Returns;

/// <summary>Reads what an order sold: its lines, and the released invoices that billed them.</summary>
internal sealed class SaleReading(EntityClient client)
{
    /// <summary>Reads the order, then each of its invoices.</summary>
    public async Task<ReadOutcome<ErpSale>> ReadAsync(Session session, string orderId, CancellationToken ct)
    {
        if (OrderId.Parse(orderId) is not { } id) return new ReadOutcome<ErpSale>.Unreadable([new Reason("", $"{orderId} is not an order of the form WO/000123.")]);
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = "Details,Shipments" }, ct);
        if (read.Missing) return new ReadOutcome<ErpSale>.NotFound();
        if (read.Failure is { } failure) return Failed<ErpSale>(failure);
        var billed = new List<(int Line, InvoicedGoods Goods)>();
        foreach (var (type, number) in read.Record.Rows("Shipments").Where(row => row.Text("InvoiceNbr").Length > 0)
            .Select(row => (Type: row.Text("InvoiceType") is { Length: > 0 } given ? given : "Invoice", Number: row.Text("InvoiceNbr"))).Distinct())
        {
            var invoice = await client.ReadAsync(session, "SalesInvoice", [type, number], new EntityQuery { Expand = "Details" }, ct);
            if (invoice.Failure is { } unread && !invoice.Missing) return Failed<ErpSale>(unread);
            if (!invoice.Missing && IsReleased(invoice.Record)) billed.AddRange(Billed(invoice.Record, id, type, number));
        }

        return new ReadOutcome<ErpSale>.Found(new ErpSale(read.Record.Text("CustomerID"), [.. read.Record.Rows("Details").Where(IsSold).Select(line => Line(line, billed))]));
    }

    /// <summary>True once the document counts in the books.</summary>
    public static bool IsReleased(EntityRecord invoice) => invoice.Text("Status") is "Open" or "Closed";

    /// <summary>A failed read.</summary>
    public static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);

    private static bool IsSold(EntityRecord line) => line.Text("Operation") is "Issue" or "";

    private static IEnumerable<(int, InvoicedGoods)> Billed(EntityRecord invoice, OrderId order, string type, string number) => invoice.Rows("Details")
        .Where(line => line.Text("OrderType") == order.Type && line.Text("OrderNbr") == order.Number && line.Number("Qty") is > 0)
        .Select(line => ((int)(line.Number("OrderLineNbr") ?? 0), new InvoicedGoods(type, number, (int)(line.Number("LineNbr") ?? 0), line.Number("Qty") ?? 0)));

    private static ErpSaleLine Line(EntityRecord line, List<(int Line, InvoicedGoods Goods)> billed)
    {
        var own = billed.Where(part => part.Line == (int)(line.Number("LineNbr") ?? 0)).Select(part => part.Goods).ToList();
        // What needs no shipment counts as sent once it is billed.
        var shipped = Math.Max((line.Number("OrderQty") ?? 0) - (line.Number("OpenQty") ?? 0), own.Sum(part => part.Quantity));
        return new ErpSaleLine(line.Text("ExternalRef"), line.Text("InventoryID"), shipped, own);
    }
}
