using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>What a payment is applied to: orders, invoices, and for a refund the payments and credit memos that it gives back.</summary>
internal static class PaymentApplications
{
    private static readonly string[] Refundable = ["Payment", "Prepayment"];

    /// <summary>Checks the rows that a user may enter.</summary>
    public static void Check(Save save, Row payment)
    {
        foreach (var applied in payment.Lines("OrdersToApply"))
        {
            applied.Default("OrderType", "SO");
            CheckOrder(save, payment, applied);
        }

        foreach (var applied in payment.Lines("DocumentsToApply"))
        {
            applied.Default("DocType", payment.Text("Type") == "Refund" ? "Payment" : "Invoice");
            CheckDocument(save, payment, applied);
        }
    }

    /// <summary>Posts the documents applied at release: their balances fall, and the rows move to the history.</summary>
    public static void Post(Save save, Row payment)
    {
        foreach (var applied in payment.Lines("DocumentsToApply").ToList())
        {
            var amount = applied.Number("AmountPaid");
            if (Find(save, applied.Text("DocType"), applied.Text("ReferenceNbr")) is { } document && amount != 0)
            {
                Take(save, payment, save.Edit(document), amount);
                Remember(save, payment, payment, document, amount);
            }

            payment.Lines("DocumentsToApply").Remove(applied);
        }
    }

    /// <summary>Takes back what was posted and what is applied to orders.</summary>
    public static void Reverse(Save save, Row payment)
    {
        payment.Lines("OrdersToApply").ForEach(row => row.Set("AppliedToOrder", 0m));
        payment.Lines("DocumentsToApply").Clear();
        foreach (var posted in payment.Lines("ApplicationHistory").ToList())
        {
            if (Find(save, posted.Text("AdjustedDocType"), posted.Text("AdjustedRefNbr")) is { } document && document.Id != payment.Id)
            {
                Take(save, payment, save.Edit(document), -posted.Number("AmountPaid"));
            }
        }

        payment.Lines("ApplicationHistory").Clear();
    }

    /// <summary>Writes an application into the history of a payment.</summary>
    public static void Remember(Save save, Row holder, Row payment, Row document, decimal amount) => holder.Add("ApplicationHistory")
        .Set("AdjustingDocType", payment.Text("Type")).Set("AdjustingRefNbr", payment.Text("ReferenceNbr")).Set("AdjustedDocType", document.Text("Type"))
        .Set("AdjustedRefNbr", document.Text("ReferenceNbr")).Set("DisplayDocType", document.Text("Type")).Set("DisplayRefNbr", document.Text("ReferenceNbr"))
        .Set("AmountPaid", amount).Set("CurrencyID", payment.Text("CurrencyID")).Set("Customer", payment.Text("CustomerID"))
        .Set("Date", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("ApplicationPeriod", Periods.Name(save.Now)).Set("PostPeriod", Periods.Name(save.Now))
        .Set("AdjustmentNbr", holder.Lines("ApplicationHistory").Count);

    /// <summary>Writes an application into the list of an invoice.</summary>
    public static void ShowOnInvoice(Save save, Row payment, Row invoice, decimal amount)
    {
        var row = invoice.Lines("ApplicationsInvoice").Find(kept => kept.Text("DocType") == payment.Text("Type") && kept.Text("AdjustingDocReferenceNbr") == payment.Text("ReferenceNbr"))
            ?? invoice.Add("ApplicationsInvoice").Set("DocType", payment.Text("Type")).Set("AdjustingDocReferenceNbr", payment.Text("ReferenceNbr"))
                .Set("AdjustedDocReferenceNbr", invoice.Text("ReferenceNbr")).Set("DocumentType", invoice.Text("Type"));
        row.Set("AmountPaid", row.Number("AmountPaid") + amount).Set("PaymentDate", payment.Instant("ApplicationDate")).Set("PaymentRef", payment.Text("PaymentRef"))
            .Set("Currency", payment.Text("CurrencyID")).Set("Customer", payment.Text("CustomerID")).Set("Status", payment.Text("Status")).Set("PaymentPeriod", Periods.Name(save.Now));
    }

    /// <summary>Brings the payment rows of the orders up to date.</summary>
    public static void ShowOnOrders(Save save, Row payment)
    {
        foreach (var applied in payment.Lines("OrdersToApply"))
        {
            if (save.Find("SalesOrder", applied.Text("OrderType"), applied.Text("OrderNbr")) is { } order)
            {
                OrderPayments.Show(save, save.Edit(order), payment);
            }
        }
    }

    private static Row? Find(Save save, string type, string number) =>
        save.Find(Refundable.Contains(type) ? "Payment" : "SalesInvoice", type, number);

    private static void Take(Save save, Row payment, Row document, decimal amount)
    {
        if (document.Schema.Name == "Payment")
        {
            Remember(save, document, payment, document, amount);
            PaymentScreen.Balance(document);
            return;
        }

        ShowOnInvoice(save, payment, document, amount);
        document.Set("Balance", document.Number("Balance") - amount).Set("PaymentTotal", document.Number("PaymentTotal") + amount);
        if (document.Text("Status") is "Open" or "Closed")
        {
            document.Set("Status", document.Number("Balance") == 0 ? "Closed" : "Open");
        }
    }

    private static void CheckOrder(Save save, Row payment, Row applied)
    {
        if (save.Find("SalesOrder", applied.Text("OrderType"), applied.Text("OrderNbr")) is not { } order)
        {
            applied.Fail("OrderNbr", $"'Order Nbr.' '{applied.Text("OrderNbr")}' cannot be found in the system.");
            return;
        }

        if (order.Text("CustomerID") != payment.Text("CustomerID"))
        {
            applied.Fail("OrderNbr", "The sales order belongs to another customer.");
        }

        var others = order.Lines("Payments").Where(row => row.Text("ReferenceNbr") != payment.Text("ReferenceNbr") && row.Text("DocType") != "Refund")
            .Sum(row => row.Number("AppliedToOrder") + row.Number("TransferredtoInvoice"));
        var transferred = order.Lines("Payments").Where(row => row.Text("ReferenceNbr") == payment.Text("ReferenceNbr")).Sum(row => row.Number("TransferredtoInvoice"));
        var unpaid = order.Text("Status") == "Canceled" ? 0 : order.Number("OrderTotal") - others - transferred;
        if (applied.Number("AppliedToOrder") > Math.Max(0, unpaid))
        {
            applied.Fail("AppliedToOrder", "The amount applied to the order cannot be greater than the unpaid balance of the order.");
        }
    }

    private static void CheckDocument(Save save, Row payment, Row applied)
    {
        var (type, number) = (applied.Text("DocType"), applied.Text("ReferenceNbr"));
        var isRefund = payment.Text("Type") == "Refund";
        var allowed = isRefund ? type is "Payment" or "Prepayment" or "Credit Memo" : type is "Invoice" or "Debit Memo";
        if (!allowed || Find(save, type, number) is not { } document || document.Text("Status") != "Open")
        {
            // Only what is released and has a balance can be chosen.
            applied.Fail("ReferenceNbr", $"'Reference Nbr.' '{number}' cannot be found in the system.");
            return;
        }

        if (document.Text("CustomerID") != payment.Text("CustomerID"))
        {
            applied.Fail("ReferenceNbr", "The document belongs to another customer.");
        }

        var balance = document.Number(document.Schema.Name == "Payment" ? "AvailableBalance" : "Balance");
        applied.Default("AmountPaid", Math.Min(balance, payment.Number("PaymentAmount")));
        if (applied.Number("AmountPaid") > balance)
        {
            applied.Fail("AmountPaid", "The amount paid cannot be greater than the balance of the document.");
        }
    }
}
