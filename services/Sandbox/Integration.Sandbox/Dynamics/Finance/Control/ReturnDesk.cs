using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Returns;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people who look after return orders: they enter, register, receive, credit and cancel them.</summary>
internal sealed class ReturnDesk(Books books, FinanceSettings settings)
{
    private const string Stocked = "CREDIT";
    private const string Scrapped = "SCRAP";

    private readonly ReturnOrderForm _orders = new();
    private readonly ReturnLineForm _lines = new();

    /// <summary>Enters a return of what a sales order delivered, found by <i>Find sales order</i>: its lines name those of the sale.</summary>
    public Task<JsonObject> EnterAsync(ReturnEntry entry, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var sale = Warehouse.Find(save, entry);
            var header = Put(save, _orders, "ReturnOrderHeaderV2Entity", Tables.ReturnOrders, sale.Company, new()
            {
                ["CustomerAccountNumber"] = sale.Text("OrderingCustomerAccountNumber"), ["CurrencyCode"] = sale.Text("CurrencyCode"), ["CustomerReturnReasonCode"] = Codes.ReturnReasons[0],
                ["DefaultReturnWarehouseId"] = "RETURNS", ["CustomersOrderReference"] = entry.Reference,
            });
            foreach (var sold in SalesOrderForm.Lines(save, sale).Where(line => line.Number(SalesLine.Delivered) > 0 && !line.Is(SalesLine.Service)))
            {
                var quantity = entry.Lines.Count == 0 ? sold.Number(SalesLine.Delivered) : entry.Lines.Where(line => line.InventoryId == sold.Text("ItemNumber")).Sum(line => line.Qty);
                if (quantity > 0)
                {
                    Put(save, _lines, "ReturnOrderLineV2Entity", Tables.ReturnLines, sale.Company, new()
                    {
                        ["ReturnOrderNumber"] = header.Text("ReturnOrderNumber"), ["ItemNumber"] = sold.Text("ItemNumber"), ["ReturnSalesQuantity"] = -quantity,
                        ["ReturningInventoryLotId"] = sold.Text("InventoryLotId"),
                    });
                }
            }

            return State(save.Edit(header));
        },
        cancellationToken);

    /// <summary>Registers goods that have arrived.</summary>
    public Task<JsonObject> RegisterAsync(ReturnRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var order = Find(save, request);
            Arrival.Register(save, order, Arrived(request), request.Restock ? Stocked : Scrapped);
            return State(save.Edit(order));
        },
        cancellationToken);

    /// <summary>Registers and receives goods, and posts the credit note; null where the number is no return order's.</summary>
    public Task<JsonObject?> ReceiveAsync(ReturnRequest request, CancellationToken cancellationToken) => books.SaveAsync<JsonObject?>(
        save =>
        {
            if (save.Find(Tables.ReturnOrders, request.Company, request.OrderNbr) is not { } order)
            {
                return null;
            }

            Arrival.Register(save, order, Arrived(request), request.Restock ? Stocked : Scrapped);
            var receipt = Arrival.Receive(save, order);
            JsonArray? notes = request.Credit ? [CreditNotes.Post(save, order).Text("InvoiceNumber")] : null;
            var state = State(save.Edit(order));
            state["receiptNbr"] = receipt;
            state["invoices"] = notes;
            return state;
        },
        cancellationToken);

    /// <summary>Posts the credit note of what is received; null where the number is no return order's.</summary>
    public Task<JsonObject?> CreditAsync(OrderReference reference, CancellationToken cancellationToken) => books.SaveAsync<JsonObject?>(
        save => save.Find(Tables.ReturnOrders, reference.Company, reference.OrderNbr) is { } order
            ? new JsonObject { ["invoices"] = new JsonArray(CreditNotes.Post(save, order).Text("InvoiceNumber")) } : null,
        cancellationToken);

    /// <summary>Cancels what has not been received; null where the number is no return order's.</summary>
    public Task<JsonObject?> CancelAsync(OrderReference reference, CancellationToken cancellationToken) => books.SaveAsync<JsonObject?>(
        save =>
        {
            if (save.Find(Tables.ReturnOrders, reference.Company, reference.OrderNbr) is not { } order)
            {
                return null;
            }

            if (order.Text("ReturnStatus") is not ("Created" or "Open"))
            {
                throw FinanceFault.Plain(400, $"Return order {reference.OrderNbr} cannot be canceled because its status is {order.Text("ReturnStatus")}.");
            }

            foreach (var line in ReturnProgress.Lines(save, order).Where(line => line.Text(ReturnLine.Status) is ReturnLine.Awaiting or ReturnLine.Registered || ReturnLine.Action(line) == DispositionAction.CreditOnly))
            {
                save.Edit(line).Set(ReturnLine.Status, ReturnLine.Canceled);
            }

            ReturnProgress.Advance(save, order);
            if (ReturnProgress.Lines(save, order).Count == 0)
            {
                save.Edit(order).Set("ReturnStatus", "Canceled").Set("ReturnOrderStatus", "Canceled");
            }

            return State(save.Edit(order));
        },
        cancellationToken);

    private Row Put(Save save, IForm form, string entity, string table, string company, Dictionary<string, object?> sent)
    {
        var row = save.New(table, company);
        foreach (var (name, value) in sent)
        {
            row.Set(name, value);
        }

        form.Create(new Entry(save, entity, row, sent, settings));
        return row;
    }

    private static Row Find(Save save, OrderReference reference) =>
        save.Find(Tables.ReturnOrders, reference.Company, reference.OrderNbr) ?? throw FinanceFault.Plain(404, $"There is no return order {reference.OrderNbr}.");

    private static IReadOnlyList<(string, decimal)> Arrived(ReturnRequest request) => [.. request.Lines.Select(line => (line.InventoryId, line.Qty))];

    private static JsonObject State(Row order) => new()
    {
        ["orderNbr"] = order.Text("ReturnOrderNumber"), ["rma"] = order.Text("RMANumber"), ["status"] = order.Text("ReturnStatus"),
    };
}
