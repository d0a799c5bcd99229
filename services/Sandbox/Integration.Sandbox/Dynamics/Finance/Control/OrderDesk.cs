using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people who look after orders: they change, cancel and invoice them by the application's own rules.</summary>
internal sealed class OrderDesk(Books books, FinanceSettings settings)
{
    private readonly SalesOrderForm _orders = new();
    private readonly SalesLineForm _lines = new();

    /// <summary>Changes an order.</summary>
    public Task<JsonObject> EditAsync(OrderEdit edit, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var order = save.Edit(Warehouse.Find(save, edit));
            if (edit.Hold is { } hold)
            {
                order.Set("IsSalesProcessingStopped", hold);
            }

            if (edit.ShipVia is { } mode)
            {
                order.Set("DeliveryModeCode", mode);
            }

            _orders.Update(Entry(save, "SalesOrderHeaderV4Entity", order, Forms.Entry.Nothing));
            foreach (var line in edit.Lines)
            {
                Edit(save, order, line);
            }

            return new JsonObject { ["orderNbr"] = edit.OrderNbr, ["status"] = order.Text("SalesOrderProcessingStatus") };
        },
        cancellationToken);

    /// <summary>Cancels what is not delivered yet.</summary>
    public Task<JsonObject> CancelAsync(OrderReference reference, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var order = Warehouse.Find(save, reference);
            if (order.Text("SalesOrderStatus") != "Backorder")
            {
                throw FinanceFault.Plain(400, $"Sales order {reference.OrderNbr} cannot be canceled because its status is {order.Text("SalesOrderStatus")}.");
            }

            foreach (var line in SalesOrderForm.Lines(save, order).Select(save.Edit))
            {
                line.Set(SalesLine.Canceled, line.Number(SalesLine.Canceled) + SalesLine.Open(line)).Set(SalesLine.Reserved, 0m);
            }

            OrderProgress.Advance(save, order);
            OrderProgress.Count(save, order, settings);
            if (SalesOrderForm.Lines(save, order).Count == 0)
            {
                save.Edit(order).Set("SalesOrderStatus", "Canceled").Set("SalesOrderProcessingStatus", "Canceled");
            }

            return new JsonObject { ["orderNbr"] = reference.OrderNbr, ["status"] = save.Edit(order).Text("SalesOrderProcessingStatus") };
        },
        cancellationToken);

    /// <summary>Posts the invoice of what is delivered.</summary>
    public Task<JsonObject> InvoiceAsync(OrderReference reference, CancellationToken cancellationToken) => books.SaveAsync(
        save => new JsonObject { ["invoices"] = new JsonArray(Invoicing.Post(save, Warehouse.Find(save, reference)).Text("InvoiceNumber")) },
        cancellationToken);

    private void Edit(Save save, Row order, LineEdit edit)
    {
        Row? line = null;
        if (edit.LineNbr is { } number)
        {
            line = SalesOrderForm.Lines(save, order).FirstOrDefault(row => row.Number("LineNumber") == number) ?? throw FinanceFault.Plain(404, $"There is no line {number}.");
        }

        if (line is not null && edit.InventoryId is null && !edit.Delete)
        {
            var changed = save.Edit(line);
            changed.Set("OrderedSalesQuantity", edit.Qty ?? changed.Number("OrderedSalesQuantity")).Set("SalesPrice", edit.UnitPrice ?? changed.Number("SalesPrice"));
            _lines.Update(Entry(save, "SalesOrderLineV3Entity", changed, Forms.Entry.Nothing));
            return;
        }

        if (line is not null)
        {
            _lines.Delete(Entry(save, "SalesOrderLineV3Entity", line, Forms.Entry.Nothing));
        }

        if (!edit.Delete)
        {
            Dictionary<string, object?> sent = new()
            {
                ["SalesOrderNumber"] = order.Text("SalesOrderNumber"), ["ItemNumber"] = edit.InventoryId, ["OrderedSalesQuantity"] = edit.Qty ?? line?.Number("OrderedSalesQuantity") ?? 1m,
                ["ExternalItemNumber"] = line?.Text("ExternalItemNumber"),
            };
            if ((edit.UnitPrice ?? line?.Number("SalesPrice")) is { } price)
            {
                sent["SalesPrice"] = price;
            }

            var added = save.New(Tables.SalesLines, order.Company);
            foreach (var (name, value) in sent)
            {
                added.Set(name, value);
            }

            _lines.Create(Entry(save, "SalesOrderLineV3Entity", added, sent));
        }
    }

    private Entry Entry(Save save, string entity, Row row, IReadOnlyDictionary<string, object?> sent) => new(save, entity, row, sent, settings);
}
