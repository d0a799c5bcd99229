using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Lines that take goods back: a reason, and where the invoice is named no more than was sold on it.</summary>
internal static class ReturnLines
{
    private static readonly string[] Reasons = ["RMARETURN", "DAMAGED", "WRONGITEM"];

    public static void Check(Save save, Row order, Row line)
    {
        line.Default("ReasonCode", Reasons[0]);
        if (!Reasons.Contains(line.Text("ReasonCode"), StringComparer.OrdinalIgnoreCase))
        {
            line.Fail("ReasonCode", $"'Reason Code' '{line.Text("ReasonCode")}' cannot be found in the system.");
        }

        if (!line.Has("InvoiceNbr"))
        {
            return;
        }

        line.Default("InvoiceType", "Invoice");
        var sold = save.Find("SalesInvoice", line.Text("InvoiceType"), line.Text("InvoiceNbr"))?.Lines("Details")
            .Where(row => row.Text("InventoryID") == line.Text("InventoryID") && (!line.Has("InvoiceLineNbr") || row.Whole("LineNbr") == line.Whole("InvoiceLineNbr"))).ToList() ?? [];
        if (sold.Count == 0)
        {
            line.Fail("InvoiceNbr", $"'Invoice Nbr.' '{line.Text("InvoiceNbr")}' cannot be found in the system.");
            return;
        }

        line.Default("UnitPrice", sold[0].Number("UnitPrice"));
        var returned = save.All("SalesOrder").Where(other => other.Id != order.Id && other.Text("Status") != "Canceled").SelectMany(other => other.Lines("Details"))
            .Where(other => other.Text("Operation") == "Receipt" && other.Text("InvoiceNbr") == line.Text("InvoiceNbr") && other.Text("InventoryID") == line.Text("InventoryID"))
            .Sum(other => other.Number("OrderQty"));
        if (line.Number("OrderQty") + returned > sold.Sum(row => row.Number("Qty")))
        {
            line.Fail("OrderQty", "The return quantity exceeds the quantity available for return on the invoice.");
        }
    }
}
