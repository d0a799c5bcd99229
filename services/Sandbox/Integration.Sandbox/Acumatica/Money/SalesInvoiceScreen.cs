using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Shipping;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Sales invoices (SO303000): made from shipments and orders, then released.</summary>
internal sealed class SalesInvoiceScreen() : Screen("SalesInvoice", "Invoice")
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ReleaseSalesInvoice"] = new(true, (save, invoice, _) => Release(save, invoice)),
    };

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        if (isNew)
        {
            throw ErpFault.Exception("Error: An invoice without an order or a shipment is not served here.");
        }

        if (row.Text("Status") is "Balanced" or "On Hold" && change.Values.TryGetValue("Description", out var description))
        {
            row.Set("Description", description);
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
    }

    private static void Release(Save save, Row invoice)
    {
        if (invoice.Text("Status") != "Balanced")
        {
            throw ErpFault.Disabled("Release");
        }

        invoice.Set("Status", invoice.Number("Balance") == 0 || invoice.Text("Type") == "Cash Return" ? "Closed" : "Open");
        var numbers = invoice.Lines("Details").Select(line => line.Text("ShipmentNbr")).Where(number => number.Length > 0).Distinct().ToList();
        foreach (var shipment in numbers.Select(number => save.Find("Shipment", number)).OfType<Row>().Select(save.Edit))
        {
            shipment.Set("Status", "Completed");
            ShipmentScreen.Issue(shipment);
            ShipmentScreen.Refresh(save, shipment);
        }

        if (numbers.Count == 0 && invoice.Lines("Details").FirstOrDefault() is { } line
            && save.Find("SalesOrder", line.Text("OrderType"), line.Text("OrderNbr")) is { } order)
        {
            save.Edit(order).Set("Status", "Completed");
        }
    }
}
