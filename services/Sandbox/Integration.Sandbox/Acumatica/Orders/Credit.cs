using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Credit limit of a customer: what is unpaid on open orders and invoices must stay within it.</summary>
internal static class Credit
{
    public static bool IsExceeded(Save save, Row? customer, Row order)
    {
        if (customer is null || customer.Number("CreditLimit") <= 0 || OrderTypes.Operation(order.Text("OrderType")) != "Issue")
        {
            return false;
        }

        var orders = save.All("SalesOrder").Where(other => other.Id == order.Id || (other.Text("CustomerID") == customer.Text("CustomerID")
            && other.Text("Status") is "Open" or "Shipping" or "Back Order")).Sum(other => (other.Id == order.Id ? order : other).Link("Totals").Number("UnpaidBalance"));
        var invoices = save.All("SalesInvoice").Where(invoice => invoice.Text("CustomerID") == customer.Text("CustomerID") && invoice.Text("Type") == "Invoice")
            .Sum(invoice => invoice.Number("Balance"));
        return orders + invoices > customer.Number("CreditLimit");
    }
}
