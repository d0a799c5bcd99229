using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>
/// Card transactions that were made outside and are recorded on a payment: an authorisation waits for its capture
/// before the payment can be released.
/// </summary>
internal static class CardTransactions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AUT"] = "Authorize Only",
        ["AAC"] = "Authorize and Capture",
        ["PAC"] = "Prior Authorized Capture",
        ["CAP"] = "Capture Only",
        ["VDG"] = "Void",
        ["CDT"] = "Credit",
    };

    /// <summary>True while the last word on the payment is an authorisation.</summary>
    public static bool IsOpenAuthorisation(Row payment) => payment.Text("Type") != "Refund"
        && payment.Lines("CreditCardTransactionInfo") is [.., var last] && Code(last.Text("TranType")) == "AUT";

    /// <summary>Checks what was sent and tells how far the card processing is.</summary>
    public static void Check(Save save, Row payment)
    {
        var rows = payment.Lines("CreditCardTransactionInfo");
        foreach (var row in rows)
        {
            if (!row.Has("TranNbr"))
            {
                row.Fail("TranNbr", "'Proc. Center Tran. Nbr.' cannot be empty.");
            }

            if (Code(row.Text("TranType")) is not { } code)
            {
                row.Fail("TranType", $"'{row.Text("TranType")}' is not one of the values allowed for 'Tran. Type'.");
            }
            else
            {
                row.Set("TranType", Names[code]).Default("TranDate", save.Now);
            }
        }

        payment.Set("IsCCPayment", rows.Count > 0);
        Show(payment, payment.Number("PaymentAmount"));
    }

    /// <summary>Captures what is authorised, in full.</summary>
    public static void Capture(Save save, Row payment)
    {
        if (!IsOpenAuthorisation(payment) || payment.Text("Status") is not ("Pending Processing" or "On Hold"))
        {
            throw ErpFault.Disabled("Capture");
        }

        Add(save, payment, "PAC", payment.Lines("CreditCardTransactionInfo")[^1].Text("TranNbr") + "-C", payment.Number("PaymentAmount"));
    }

    /// <summary>Records a transaction; a capture of less lowers the payment to it.</summary>
    public static void Record(Save save, Row payment, Change parameters)
    {
        var code = Code(parameters.Text("TranType")) ?? throw ErpFault.Exception($"Error: '{parameters.Text("TranType")}' is not one of the values allowed for 'Tran. Type'.");
        var amount = parameters.Values.GetValueOrDefault("Amount") as decimal? ?? payment.Number("PaymentAmount");
        if (parameters.Text("TranNbr").Length == 0)
        {
            throw ErpFault.Exception("Error: 'Proc. Center Tran. Nbr.' cannot be empty.");
        }

        if (payment.Text("Status") is not ("Pending Processing" or "On Hold" or "Balanced") || (code == "PAC" && !IsOpenAuthorisation(payment)))
        {
            throw ErpFault.Disabled("Record Card Payment");
        }

        if (amount <= 0 || amount > payment.Number("PaymentAmount"))
        {
            throw ErpFault.Exception("Error: The amount of the transaction cannot be greater than the amount of the payment.");
        }

        Add(save, payment, code, parameters.Text("TranNbr"), amount, parameters.Text("AuthNumber"), parameters.Values.GetValueOrDefault("TranDate") as DateTimeOffset?);
    }

    /// <summary>Records that the authorisation or the capture was voided, and voids the payment.</summary>
    public static void Void(Save save, Row payment, Change parameters)
    {
        if (payment.Text("Status") is "Voided")
        {
            throw ErpFault.Disabled("Void Card Payment");
        }

        if (payment.Lines("CreditCardTransactionInfo").Count > 0)
        {
            payment.Add("CreditCardTransactionInfo").Set("TranNbr", parameters.Text("TranNbr") is { Length: > 0 } number ? number : payment.Text("PaymentRef")).Set("TranType", Names["VDG"])
                .Set("TranDate", save.Now).Set("OrigTranNbr", parameters.Text("OrigTranNbr"));
        }

        PaymentRelease.Void(save, payment);
        Show(payment, payment.Number("PaymentAmount"));
    }

    private static void Add(Save save, Row payment, string code, string number, decimal amount, string authorisation = "", DateTimeOffset? date = null)
    {
        payment.Add("CreditCardTransactionInfo").Set("TranNbr", number).Set("TranType", Names[code]).Set("AuthNbr", authorisation).Set("TranDate", date ?? save.Now);
        if (amount < payment.Number("PaymentAmount"))
        {
            Lower(payment, amount);
        }

        Show(payment, amount);
        PaymentScreen.Balance(payment);
        PaymentApplications.ShowOnOrders(save, payment);
    }

    // What is applied beyond the captured amount is taken back from the orders.
    private static void Lower(Row payment, decimal amount)
    {
        payment.Set("PaymentAmount", amount);
        var left = amount;
        foreach (var applied in payment.Lines("OrdersToApply"))
        {
            applied.Set("AppliedToOrder", Math.Min(left, applied.Number("AppliedToOrder")));
            left -= applied.Number("AppliedToOrder");
        }
    }

    private static void Show(Row payment, decimal amount)
    {
        payment.Lines("CreditCardProcessingInfo").Clear();
        if (payment.Lines("CreditCardTransactionInfo") is [.., var last] && Code(last.Text("TranType")) is { } code)
        {
            payment.Add("CreditCardProcessingInfo").Set("TransactionAmount", amount)
                .Set("TransactionStatus", code switch { "AUT" => "Pre-Authorized", "VDG" => "Voided", "CDT" => "Refunded", _ => "Captured" });
        }
    }

    private static string? Code(string type) => Names.ContainsKey(type) ? type.ToUpperInvariant()
        : Names.FirstOrDefault(name => Plain(name.Value).Equals(Plain(type), StringComparison.OrdinalIgnoreCase)).Key;

    // "PriorAuthorizedCapture" and "Prior Authorized Capture" are one.
    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
