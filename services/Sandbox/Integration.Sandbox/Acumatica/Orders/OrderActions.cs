using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Shipping;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Actions of the sales orders form.</summary>
internal static class OrderActions
{
    private static readonly string[] Cancellable = ["On Hold", "Open", "Awaiting Payment", "Credit Hold"];

    public static IReadOnlyDictionary<string, ScreenAction> All(ErpSettings settings) => new Dictionary<string, ScreenAction>
    {
        ["CancelSalesOrder"] = new(false, (_, order, _) => Cancel(order)),
        ["ReopenSalesOrder"] = new(false, (save, order, _) => Reopen(save, order)),
        ["ReleaseFromCreditHoldSalesOrder"] = new(false, (save, order, _) => ReleaseFromCreditHold(save, order)),
        ["SalesOrderCreateShipment"] = new(true, (save, order, parameters) => NewShipment.Create(
            save, order, settings, parameters.Values.GetValueOrDefault("ShipmentDate") as DateTimeOffset?, parameters.Text("WarehouseID"))),
        ["SalesOrderCreateReceipt"] = new(true, (save, order, parameters) => NewShipment.Receive(
            save, order, parameters.Values.GetValueOrDefault("ShipmentDate") as DateTimeOffset?, parameters.Text("WarehouseID"))),
        ["PrepareSalesInvoice"] = new(true, (save, order, _) => Invoicing.Prepare(save, order)),
        ["OpenSalesOrder"] = new(false, (_, _, _) => throw ErpFault.Disabled("Open")),
    };

    /// <summary>Cancels; refused with a shipment or an applied payment, as the documentation of the form says.</summary>
    public static void Cancel(Row order)
    {
        if (!Cancellable.Contains(order.Text("Status")) || order.Lines("Shipments").Count > 0)
        {
            throw ErpFault.Disabled("Cancel Order");
        }

        if (order.Lines("Payments").Exists(payment => payment.Number("AppliedToOrder") != 0))
        {
            throw ErpFault.Exception("Error: The sales order cannot be canceled because payments are applied to it.");
        }

        order.Set("Status", "Canceled").Set("Hold", false);
        order.Lines("Details").ForEach(line => line.Set("OpenQty", 0m));
    }

    private static void Reopen(Save save, Row order)
    {
        if (order.Text("Status") != "Canceled")
        {
            throw ErpFault.Disabled("Reopen Order");
        }

        order.Set("Status", null);
        OrderProgress.Refresh(save, order);
    }

    private static void ReleaseFromCreditHold(Save save, Row order)
    {
        if (order.Text("Status") != "Credit Hold")
        {
            throw ErpFault.Disabled("Release from Credit Hold");
        }

        order.Set("Approved", true).Set("CreditHold", false);
        OrderProgress.Refresh(save, order);
    }
}
