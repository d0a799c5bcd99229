using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Shipping;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the people who look after orders: they change lines, hold orders and receive returns.</summary>
internal sealed class OrderDesk(Tenant tenant, ScreenBook screens)
{
    /// <summary>Changes an order by the form's own rules.</summary>
    public Task<JsonObject> EditAsync(OrderEdit edit, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var order = save.Edit(Warehouse.Find(save, edit));
            if (edit.CreditHold is { } held)
            {
                order.Set("CreditHold", held).Set("Approved", !held);
            }

            var screen = screens["SalesOrder"];
            screen.Apply(save, order, Read(save, edit), isNew: false);
            screen.Check(save, order, isNew: false);
            return order.HasErrors
                ? throw ErpFault.Exception($"Error: {string.Join(" ", Errors(order))}")
                : new JsonObject { ["orderNbr"] = order.Text("OrderNbr"), ["status"] = order.Text("Status"), ["orderTotal"] = order.Number("OrderTotal") };
        },
        cancellationToken);

    /// <summary>Receives and confirms the goods of a return order, puts them into stock and credits them.</summary>
    public Task<JsonObject> ReceiveAsync(ReturnRequest request, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var order = save.Edit(Warehouse.Find(save, request));
            var receipt = NewShipment.Receive(save, order, null, "");
            ShipmentScreen.Confirm(save, receipt);
            if (request.Restock)
            {
                screens["Shipment"].Actions["UpdateIN"].Run(save, receipt, new Change());
            }

            var before = save.All("SalesInvoice").Select(invoice => invoice.Id).ToHashSet();
            if (request.Credit)
            {
                screens["SalesOrder"].Actions["PrepareSalesInvoice"].Run(save, order, new Change());
            }

            var credits = save.All("SalesInvoice").Where(invoice => !before.Contains(invoice.Id)).ToList();
            foreach (var credit in credits)
            {
                screens["SalesInvoice"].Actions["ReleaseSalesInvoice"].Run(save, save.Edit(credit), new Change());
            }

            return new JsonObject
            {
                ["shipmentNbr"] = receipt.Text("ShipmentNbr"), ["status"] = order.Text("Status"),
                ["credits"] = new JsonArray([.. credits.Select(credit => (JsonNode)credit.Text("ReferenceNbr"))]),
            };
        },
        cancellationToken);

    private static Change Read(Save save, OrderEdit edit)
    {
        var change = new Change();
        Put(change, "Hold", edit.Hold);
        Put(change, "ShipVia", edit.ShipVia);
        change.Details["Details"] = [.. edit.Lines.Select(line =>
        {
            var changed = new Change { Delete = line.Delete };
            Put(changed, "LineNbr", line.LineNbr);
            Put(changed, "InventoryID", line.InventoryId);
            Put(changed, "OrderQty", line.Qty);
            Put(changed, "UnitPrice", line.UnitPrice);
            Put(changed, "ShippingRule", line.ShippingRule);
            Put(changed, "LineDescription", line.InventoryId is { } sku ? save.Find("StockItem", sku)?.Text("Description") : null);
            return changed;
        })];
        return change;
    }

    private static void Put(Change change, string field, object? value)
    {
        if (value is not null)
        {
            change.Values[field] = value;
        }
    }

    private static IEnumerable<string> Errors(Row row) =>
    [
        .. row.Error is null ? Array.Empty<string>() : [row.Error], .. row.Errors.Values, .. row.LinkedRows.SelectMany(linked => Errors(linked.Value)),
        .. row.DetailRows.SelectMany(rows => rows.Value).SelectMany(Errors),
    ];
}
