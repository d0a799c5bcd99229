using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Releases and voids payments.</summary>
internal static class PaymentRelease
{
    /// <summary>Releases a balanced payment, or what was applied to an open one since.</summary>
    public static void Release(Save save, Row payment)
    {
        var applies = payment.Text("Status") == "Open" && payment.Lines("DocumentsToApply").Count > 0;
        if (payment.Text("Status") != "Balanced" && !applies)
        {
            throw ErpFault.Disabled("Release");
        }

        if (Periods.Refuses(save, payment.Instant("ApplicationDate") ?? save.Now, Periods.Receivables) is { } closed)
        {
            throw ErpFault.Exception($"Error: {closed}");
        }

        PaymentApplications.Check(save, payment);
        if (payment.HasErrors || (payment.Text("Type") == "Refund" && payment.Lines("DocumentsToApply").Count == 0))
        {
            throw ErpFault.Exception("Error: The document cannot be released: the amount is not applied, or what it is applied to has changed.");
        }

        payment.Set("Status", "Open");
        PaymentApplications.Post(save, payment);
        PaymentScreen.Balance(payment);
        PaymentApplications.ShowOnOrders(save, payment);
    }

    /// <summary>Voids: a released payment gets a voiding document beside it, one that is not released is only marked.</summary>
    public static void Void(Save save, Row payment)
    {
        if (payment.Text("Status") == "Voided" || payment.Text("Type") is "Voided Payment" or "Voided Refund" || (payment.Text("Status") == "Closed" && payment.Text("Type") == "Refund"))
        {
            throw ErpFault.Disabled("Void");
        }

        if (payment.Lines("ApplicationHistory").Exists(row => row.Text("AdjustingDocType") == "Refund" && row.Number("AmountPaid") != 0 && payment.Text("Type") != "Refund"))
        {
            throw ErpFault.Exception("Error: The payment cannot be voided because it has been refunded.");
        }

        if (payment.Text("Status") is "Open" or "Closed")
        {
            Reversal(save, payment);
        }

        PaymentApplications.Reverse(save, payment);
        payment.Set("Status", "Voided");
        PaymentScreen.Balance(payment);
        PaymentApplications.ShowOnOrders(save, payment);
    }

    private static void Reversal(Save save, Row payment)
    {
        var voiding = save.New("Payment").Set("Type", payment.Text("Type") == "Refund" ? "Voided Refund" : "Voided Payment").Set("ReferenceNbr", payment.Text("ReferenceNbr"));
        foreach (var field in (string[])["CustomerID", "CustomerLocationID", "CurrencyID", "Branch", "BranchID", "PaymentMethod", "CashAccount", "PaymentRef"])
        {
            voiding.Set(field, payment.Text(field));
        }

        save.Insert(voiding).Set("ApplicationDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("PaymentAmount", -payment.Number("PaymentAmount")).Set("Hold", false)
            .Set("Status", "Closed").Set("AvailableBalance", 0m).Set("AppliedToOrders", 0m).Set("AppliedToDocuments", -payment.Number("PaymentAmount"));
    }
}
