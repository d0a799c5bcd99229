using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>Status and amounts of a return order as they follow from its lines.</summary>
internal static class ReturnProgress
{
    /// <summary>Sales tax group of the customer.</summary>
    public const string TaxGroup = "_SalesTaxGroupCode";

    /// <summary>Item sales tax group of a line's item.</summary>
    public const string TaxItemGroup = "_SalesTaxItemGroupCode";

    /// <summary>The lines of a return order.</summary>
    public static IReadOnlyList<Row> Lines(Save save, Row order) =>
        [.. save.By(Tables.ReturnLines, order.Company, "ReturnOrderNumber", order.Text("ReturnOrderNumber")).OrderBy(line => line.Number("LineCreationSequenceNumber")).ThenBy(line => line.RecId)];

    /// <summary>Works status and amounts of the header out again.</summary>
    public static void Advance(Save save, Row header)
    {
        var order = save.Edit(header);
        var lines = Lines(save, order);
        var alive = lines.Where(line => line.Text(ReturnLine.Status) != ReturnLine.Canceled).ToList();
        var (status, sales) = (lines.Count > 0 && alive.Count == 0, Are(ReturnLine.Invoiced), Are(ReturnLine.Received, ReturnLine.Invoiced)) switch
        {
            (true, _, _) => ("Canceled", "Canceled"),
            (_, true, _) => ("Closed", "Invoiced"),
            (_, _, true) => ("Open", "Delivered"),
            _ => (alive.Exists(line => line.Text(ReturnLine.Status) != ReturnLine.Awaiting) ? "Open" : "Created", "Backorder"),
        };
        var taxes = alive.Sum(line => line.Number("TotalTaxAmount"));
        order.Set("ReturnStatus", status).Set("ReturnOrderStatus", sales).Set("OrderTotalTaxAmount", taxes).Set("OrderTotalAmount", alive.Sum(line => line.Number("LineAmount")) + taxes);

        bool Are(params string[] statuses) => alive.Count > 0 && alive.TrueForAll(line => statuses.Contains(line.Text(ReturnLine.Status)));
    }

    /// <summary>Reckons a line: its quantity is negative, and so is its amount.</summary>
    public static void Reckon(Row order, Row line)
    {
        var currency = order.Text("CurrencyCode");
        var amount = Codes.Round(line.Number(ReturnLine.Quantity) * line.Number("SalesPrice"), currency);
        line.Set("LineAmount", amount).Set("TotalTaxAmount", Codes.Round(amount * Codes.TaxRate(order.Text(TaxGroup), line.Text(TaxItemGroup)) / 100, currency));
    }

    /// <summary>Inventory units that come back by a line.</summary>
    public static decimal Pieces(Row line) => -line.Number(ReturnLine.Quantity) * line.Number(SalesLine.Factor);
}
