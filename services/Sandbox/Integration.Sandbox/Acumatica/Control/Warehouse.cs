using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Shipping;
using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the people in the ERP: ships, cancels and invoices through the forms' own rules.</summary>
internal sealed class Warehouse(Tenant tenant, ScreenBook screens, ErpSettings settings)
{
    /// <summary>Creates and confirms a shipment per parcel and tells their numbers.</summary>
    public Task<JsonObject> ShipAsync(ShipRequest request, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var order = save.Edit(Find(save, request));
            var shipped = new JsonArray();
            foreach (var parcel in request.Parcels.Count > 0 ? request.Parcels : OnePerWarehouse(order))
            {
                var lines = parcel.Lines.Count == 0 ? null : parcel.Lines.GroupBy(line => line.InventoryId, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(group => group.Key, group => group.Sum(line => line.Qty), StringComparer.OrdinalIgnoreCase);
                var shipment = NewShipment.Create(save, order, settings, null, parcel.WarehouseId ?? "", lines);
                var tracking = parcel.TrackingNbr ?? save.Next("Tracking", "1Z999AA1");
                var package = shipment.Add("Packages").Set("LineNbr", 1).Set("BoxID", "MEDIUM").Set("TrackingNbr", tracking).Set("Weight", 1m).Set("UOM", "KG");
                package.Set("NoteID", package.Id);
                foreach (var line in shipment.Lines("Details"))
                {
                    package.Add("PackageContents").Set("InventoryID", line.Text("InventoryID")).Set("Quantity", line.Number("ShippedQty")).Set("UOM", line.Text("UOM"))
                        .Set("OrigOrderType", order.Text("OrderType")).Set("OrigOrderNbr", order.Text("OrderNbr"));
                }

                shipment.Set("ShipVia", parcel.Carrier ?? shipment.Text("ShipVia"));
                ShipmentScreen.Sum(shipment);
                ShipmentScreen.Confirm(save, shipment);
                shipped.Add(new JsonObject { ["shipmentNbr"] = shipment.Text("ShipmentNbr"), ["trackingNbr"] = tracking });
            }

            return new JsonObject { ["orderType"] = order.Text("OrderType"), ["orderNbr"] = order.Text("OrderNbr"), ["status"] = order.Text("Status"), ["shipments"] = shipped };
        },
        cancellationToken);

    /// <summary>Opens a confirmed shipment again, changes or deletes it, and confirms it again.</summary>
    public Task<JsonObject> CorrectAsync(ShipmentCorrection correction, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var screen = screens["Shipment"];
            var shipment = save.Edit(save.Find("Shipment", correction.ShipmentNbr) ?? throw ErpFault.NotFound($"There is no shipment {correction.ShipmentNbr}."));
            if (shipment.Text("Status") == "Confirmed") screen.Actions["CorrectShipment"].Run(save, shipment, new Change());
            if (correction.TrackingNbr is { } tracking) shipment.Lines("Packages").ForEach(package => package.Set("TrackingNbr", tracking));
            if (correction.Delete) screen.Delete(save, shipment);
            else if (correction.Confirm) ShipmentScreen.Confirm(save, shipment);
            return new JsonObject { ["shipmentNbr"] = correction.ShipmentNbr, ["status"] = correction.Delete ? "deleted" : shipment.Text("Status") };
        },
        cancellationToken);

    /// <summary>Cancels the order.</summary>
    public Task<bool> CancelAsync(CancelRequest reference, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var order = save.Edit(Find(save, reference));
            if (reference.FreePayments) FreePayments(save, order);
            OrderActions.Cancel(order);
            return true;
        },
        cancellationToken);

    /// <summary>Prepares and releases an invoice of what is shipped.</summary>
    public Task<JsonObject> InvoiceAsync(OrderReference reference, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var order = save.Edit(Find(save, reference));
            var before = save.All("SalesInvoice").Select(invoice => invoice.Id).ToHashSet();
            screens["SalesOrder"].Actions["PrepareSalesInvoice"].Run(save, order, new Change());
            var invoices = save.All("SalesInvoice").Where(invoice => !before.Contains(invoice.Id)).ToList();
            foreach (var invoice in invoices)
            {
                screens["SalesInvoice"].Actions["ReleaseSalesInvoice"].Run(save, save.Edit(invoice), new Change());
            }

            return new JsonObject { ["invoices"] = new JsonArray([.. invoices.Select(invoice => (JsonNode)invoice.Text("ReferenceNbr"))]) };
        },
        cancellationToken);

    private void FreePayments(Save save, Row order)
    {
        var change = new Change();
        change.Details["Payments"] = order.Lines("Payments").ConvertAll(payment =>
        {
            var freed = new Change { Id = payment.Id };
            freed.Values["AppliedToOrder"] = 0m;
            return freed;
        });
        screens["SalesOrder"].Apply(save, order, change, isNew: false);
        screens["SalesOrder"].Check(save, order, isNew: false);
    }

    private static List<Parcel> OnePerWarehouse(Row order)
    {
        var warehouses = order.Lines("Details").Where(line => NewShipment.IsOpen(line, "Issue"))
            .Select(line => line.Text("WarehouseID")).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return warehouses.Count == 0 ? [new Parcel()] : warehouses.ConvertAll(warehouse => new Parcel { WarehouseId = warehouse });
    }

    /// <summary>The order that is meant.</summary>
    internal static Row Find(Save save, OrderReference reference) =>
        save.All("SalesOrder").FirstOrDefault(order => order.Text("OrderNbr") == reference.OrderNbr && (reference.OrderType is null || order.Text("OrderType") == reference.OrderType))
        ?? throw ErpFault.NotFound($"There is no sales order {reference.OrderNbr}.");
}
