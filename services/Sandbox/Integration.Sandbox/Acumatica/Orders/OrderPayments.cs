using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>
/// Payments of a sales order: a row without a reference number creates a payment document at save, applied to the
/// order; a row of an existing one may change the amount applied.
/// </summary>
internal static class OrderPayments
{
    public static void Take(Save save, Row order)
    {
        foreach (var row in order.Lines("Payments"))
        {
            row.Default("DocType", "Payment");
            var payment = row.Has("ReferenceNbr") && save.Find("Payment", row.Text("DocType"), row.Text("ReferenceNbr")) is { } kept
                ? save.Edit(kept) : New(save, order, row);
            // Choosing a document fills the row.
            if (!row.Has("Currency"))
            {
                row.Set("Currency", payment.Text("CurrencyID")).Set("PaymentAmount", payment.Number("PaymentAmount"))
                    .Set("PaymentMethod", payment.Text("PaymentMethod")).Set("CashAccount", payment.Text("CashAccount"));
            }

            var unpaid = order.Number("OrderTotal") - order.Lines("Payments").Where(other => other != row).Sum(other => other.Number("AppliedToOrder"));
            row.Default("AppliedToOrder", Math.Max(0, Math.Min(row.Number("PaymentAmount"), unpaid)));
            if (row.Number("AppliedToOrder") > Math.Max(0, unpaid) && payment.Text("Type") != "Refund")
            {
                row.Fail("AppliedToOrder", "The amount applied to the order cannot be greater than the unpaid balance of the order.");
            }
            else if (row.Number("AppliedToOrder") > row.Number("PaymentAmount"))
            {
                row.Fail("AppliedToOrder", "The amount applied to the order cannot be greater than the payment amount.");
            }

            PaymentScreen.Codes(save, row, row.Text("Currency"));
            Apply(payment, order, row.Number("AppliedToOrder"));
            PaymentScreen.Balance(payment);
            Show(row, payment);
        }

        Refresh(order);
    }

    /// <summary>Brings the order's row of a payment up to date after the payment was saved by itself.</summary>
    public static void Show(Save save, Row order, Row payment)
    {
        var row = order.Lines("Payments").Find(kept => kept.Text("DocType") == payment.Text("Type") && kept.Text("ReferenceNbr") == payment.Text("ReferenceNbr"))
            ?? order.Add("Payments");
        Show(row, payment);
        row.Set("AppliedToOrder", payment.Lines("OrdersToApply")
            .Where(applied => applied.Text("OrderType") == order.Text("OrderType") && applied.Text("OrderNbr") == order.Text("OrderNbr"))
            .Sum(applied => applied.Number("AppliedToOrder")));
        row.Set("LastModifiedDateTime", save.Now);
        if (payment.Text("Status") == "Voided")
        {
            row.Set("TransferredtoInvoice", 0m);
        }

        Refresh(order);
    }

    private static void Refresh(Row order) => order.Link("Totals").Set(
        "UnpaidBalance", order.Number("OrderTotal") - order.Lines("Payments").Where(row => row.Text("DocType") != "Refund").Sum(row => row.Number("AppliedToOrder") + row.Number("TransferredtoInvoice")));

    private static Row New(Save save, Row order, Row row)
    {
        var payment = save.New("Payment").Set("Type", row.Text("DocType")).Set("ReferenceNbr", save.Next("Payment", "P")).Set("Hold", row.Flag("Hold"))
            .Set("CustomerID", order.Text("CustomerID")).Set("CurrencyID", order.Text("CurrencyID")).Set("Branch", order.Text("Branch"))
            .Set("BranchID", order.Text("Branch")).Set("ApplicationDate", row.Instant("ApplicationDate") ?? order.Instant("Date"))
            .Set("PaymentMethod", row.Text("PaymentMethod")).Set("CashAccount", row.Text("CashAccount")).Set("PaymentRef", row.Text("PaymentRef"))
            .Set("ExternalRef", row.Text("ExternalRef")).Set("PaymentAmount", row.Number("PaymentAmount")).Set("Description", row.Text("Description"))
            .Set("ProcessingCenterID", row.Text("ProcessingCenterID"));
        foreach (var sent in row.Lines("CreditCardTransactionInfo"))
        {
            var card = payment.Add("CreditCardTransactionInfo").Set("TranNbr", sent.Text("TranNbr")).Set("TranType", sent.Text("TranType"))
                .Set("AuthNbr", sent.Text("AuthNbr")).Set("NeedValidation", sent.Flag("NeedValidation"));
            card.Set("TranDate", sent.Instant("TranDate"));
        }

        if (row.Number("PaymentAmount") <= 0)
        {
            row.Fail("PaymentAmount", "'Payment Amount' should be greater than 0.");
        }

        if (Periods.Refuses(save, payment.Instant("ApplicationDate") ?? save.Now, Periods.Receivables) is { } closed)
        {
            row.Fail("ApplicationDate", closed);
        }

        CardTransactions.Check(save, payment);
        foreach (var (sent, card) in row.Lines("CreditCardTransactionInfo").Zip(payment.Lines("CreditCardTransactionInfo")))
        {
            foreach (var (field, error) in card.Errors)
            {
                sent.Fail(field, error);
            }
        }

        row.Set("ReferenceNbr", payment.Text("ReferenceNbr")).Set("Currency", order.Text("CurrencyID")).Set("NoteID", payment.Id);
        return save.Insert(payment);
    }

    private static void Apply(Row payment, Row order, decimal amount)
    {
        var applied = payment.Lines("OrdersToApply").Find(row => row.Text("OrderType") == order.Text("OrderType") && row.Text("OrderNbr") == order.Text("OrderNbr"))
            ?? payment.Add("OrdersToApply").Set("OrderType", order.Text("OrderType")).Set("OrderNbr", order.Text("OrderNbr"));
        applied.Set("AppliedToOrder", amount);
    }

    private static void Show(Row row, Row payment) => row
        .Set("DocType", payment.Text("Type")).Set("ReferenceNbr", payment.Text("ReferenceNbr")).Set("Status", payment.Text("Status"))
        .Set("Hold", payment.Flag("Hold")).Set("PaymentAmount", payment.Number("PaymentAmount")).Set("Balance", payment.Number("AvailableBalance"))
        .Set("PaymentMethod", payment.Text("PaymentMethod")).Set("CashAccount", payment.Text("CashAccount")).Set("PaymentRef", payment.Text("PaymentRef"))
        .Set("ExternalRef", payment.Text("ExternalRef")).Set("Currency", payment.Text("CurrencyID")).Set("ApplicationDate", payment.Instant("ApplicationDate"))
        .Set("NoteID", payment.Id);
}
