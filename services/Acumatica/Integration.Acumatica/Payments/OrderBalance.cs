using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.OrderToCash;

namespace Integration.Acumatica.Payments;

/// <summary>Whom an order belongs to, and what of it is still unpaid: on the order itself, and on its open invoices once it is invoiced.</summary>
internal sealed class OrderBalance
{
    private OrderBalance(EntityRecord order, IReadOnlyList<EntityRecord> invoices) => (Order, Invoices) = (order, invoices);

    /// <summary>The order.</summary>
    public EntityRecord Order { get; }

    /// <summary>Open invoices of a completed order.</summary>
    public IReadOnlyList<EntityRecord> Invoices { get; }

    /// <summary>Reads it.</summary>
    public static async Task<(OrderBalance? Balance, WriteOutcome? Failure)> ReadAsync(EntityClient client, Session session, OrderId id, CancellationToken ct)
    {
        var answer = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = "Payments,Shipments" }, ct);
        if (answer.Missing) return (null, new WriteOutcome.Rejected([new("OrderNbr", $"The order {id} is no longer in the ERP.")]));
        if (answer.Failure is { } failure) return (null, failure);
        var invoices = new List<EntityRecord>();
        if (answer.Record.Text("Status") == "Completed")
        {
            foreach (var number in answer.Record.Rows("Shipments").Where(row => row.Text("InvoiceType") is "" or "Invoice").Select(row => row.Text("InvoiceNbr")).Where(number => number.Length > 0).Distinct())
            {
                var invoice = await client.ReadAsync(session, "SalesInvoice", ["Invoice", number], EntityQuery.None, ct);
                if (invoice.Failure is { } unread && !invoice.Missing) return (null, unread);
                if (!invoice.Missing && invoice.Record.Text("Status") == "Open" && invoice.Record.Number("Balance") is > 0) invoices.Add(invoice.Record);
            }
        }

        return (new OrderBalance(answer.Record, invoices), null);
    }

    /// <summary>
    /// Applies an amount: to open invoices where there are some, else to the order, never beyond what is unpaid, because the ERP refuses more. What is left
    /// stays on the customer's account.
    /// </summary>
    public void Apply(JsonObject payment, OrderId id, decimal amount)
    {
        if (Invoices.Count > 0)
        {
            var left = amount;
            var rows = new JsonArray();
            foreach (var invoice in Invoices)
            {
                var paid = Math.Min(left, invoice.Number("Balance") ?? 0);
                if (paid <= 0) continue;
                rows.Add(new JsonObject { ["DocType"] = "Invoice", ["ReferenceNbr"] = invoice.Text("ReferenceNbr"), ["AmountPaid"] = paid });
                left -= paid;
            }

            payment["DocumentsToApply"] = rows;
            // A prepayment is applied to orders only.
            payment["Type"] = "Payment";
            return;
        }

        var applied = Math.Min(amount, Unpaid());
        if (applied > 0) payment["OrdersToApply"] = new JsonArray(new JsonObject { ["OrderType"] = id.Type, ["OrderNbr"] = id.Number, ["AppliedToOrder"] = applied });
    }

    private decimal Unpaid() => OrderStatus.Of(Order) == ErpOrderStatus.Cancelled
        ? 0
        : Math.Max(0, (Order.Number("OrderTotal") ?? 0)
            - Order.Rows("Payments").Where(row => row.Text("DocType") != "Refund").Sum(row => (row.Number("AppliedToOrder") ?? 0) + (row.Number("TransferredtoInvoice") ?? 0)));
}
