using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Payments and applications (AR302000); the reference number is always numbered.</summary>
internal sealed class PaymentScreen() : Screen("Payment", "AR Payment")
{
    /// <summary>Types that a user enters; the others come from actions.</summary>
    private static readonly string[] Types = ["Payment", "Prepayment", "Refund"];

    private static readonly string[] Final = ["Open", "Closed", "Voided"];

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "Payment.Status", "Payment.AvailableBalance", "Payment.AppliedToOrders", "Payment.AppliedToDocuments", "Payment.NoteID",
        "Payment.LastModifiedDateTime", "Payment.ApplicationHistory", "Payment.CreditCardProcessingInfo", "Payment.IsCCPayment",
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ReleasePayment"] = new(true, (save, payment, _) => PaymentRelease.Release(save, payment)),
        ["VoidPayment"] = new(true, (save, payment, _) => PaymentRelease.Void(save, payment)),
        ["CaptureCreditCardPayment"] = new(true, (save, payment, _) => CardTransactions.Capture(save, payment)),
        ["CardOperation"] = new(true, CardTransactions.Record),
        ["VoidCardPayment"] = new(true, CardTransactions.Void),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Type", "Payment").Set("Hold", true).Set("Branch", "MAIN").Set("BranchID", "MAIN")
        .Set("ApplicationDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("Status", "On Hold");

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("ReferenceNbr", save.Next("Payment", "P"));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        // A released payment takes no more changes but for what it is applied to.
        if (!isNew && Final.Contains(row.Text("Status")))
        {
            change.Values.Clear();
            foreach (var name in change.Details.Keys.Where(name => row.Text("Status") == "Voided" || name is not ("OrdersToApply" or "DocumentsToApply")).ToList())
            {
                change.Details.Remove(name);
            }
        }

        base.Apply(save, row, change, isNew);
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (row.Text("Status") == "Voided" || row.Text("Type") is "Voided Payment" or "Voided Refund")
        {
            return;
        }

        if (!Types.Contains(row.Text("Type")))
        {
            row.Fail("Type", $"'{row.Text("Type")}' is not one of the values allowed for 'Type'.");
        }

        Customer(save, row);
        if (row.Number("PaymentAmount") <= 0)
        {
            row.Fail("PaymentAmount", "'Payment Amount' should be greater than 0.");
        }

        row.Set("ApplicationDate", new DateTimeOffset((row.Instant("ApplicationDate") ?? save.Now).UtcDateTime.Date, TimeSpan.Zero));
        if (!Final.Contains(row.Text("Status")) && Periods.Refuses(save, row.Instant("ApplicationDate")!.Value, Periods.Receivables) is { } closed)
        {
            row.Fail("ApplicationDate", closed);
        }

        Codes(save, row, row.Text("CurrencyID"));
        CardTransactions.Check(save, row);
        PaymentApplications.Check(save, row);
        Balance(row);
        if (row.Number("AvailableBalance") < 0)
        {
            row.Fail("PaymentAmount", "The amounts applied are greater than the payment amount.");
        }

        if (!row.HasErrors)
        {
            PaymentApplications.ShowOnOrders(save, row);
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (Final.Contains(row.Text("Status")) || row.Lines("OrdersToApply").Exists(applied => applied.Number("AppliedToOrder") != 0))
        {
            throw ErpFault.Exception("Error: The payment cannot be deleted: it is released or applied.");
        }

        base.Delete(save, row);
    }

    /// <summary>Checks payment method and cash account, which a payment and a payment row of an order share.</summary>
    internal static void Codes(Save save, Row row, string currency)
    {
        var method = save.Find("PaymentMethod", row.Text("PaymentMethod"));
        if (method is null || !method.Flag("Active") || !method.Flag("UseInAR"))
        {
            row.Fail("PaymentMethod", row.Has("PaymentMethod")
                ? $"'Payment Method' '{row.Text("PaymentMethod")}' cannot be found in the system." : "'Payment Method' cannot be empty.");
            return;
        }

        if (!row.Has("CashAccount"))
        {
            row.Set("CashAccount", method.Lines("AllowedCashAccounts").Find(account => account.Flag("ARDefault"))?.Text("CashAccount"));
        }

        var cash = row.Text("CashAccount");
        if (!CashAccounts.IsAllowed(save, row.Text("PaymentMethod"), cash))
        {
            row.Fail("CashAccount", $"'Cash Account' '{cash}' cannot be found in the system.");
        }
        else if (CashAccounts.Currency(cash) != currency)
        {
            row.Fail("CashAccount", $"The currency '{CashAccounts.Currency(cash)}' of the cash account differs from the document currency '{currency}'.");
        }
    }

    /// <summary>Works out what is applied and left, and the status that follows.</summary>
    internal static void Balance(Row payment)
    {
        var orders = payment.Lines("OrdersToApply").Sum(row => row.Number("AppliedToOrder"));
        var documents = payment.Lines("DocumentsToApply").Sum(row => row.Number("AmountPaid")) + payment.Lines("ApplicationHistory").Sum(row => row.Number("AmountPaid"));
        var left = payment.Number("PaymentAmount") - orders - documents;
        payment.Set("AppliedToOrders", orders).Set("AppliedToDocuments", documents).Set("AvailableBalance", left);
        payment.Set("Status", payment.Text("Status") switch
        {
            "Open" or "Closed" => left == 0 && orders == 0 && payment.Lines("DocumentsToApply").Count == 0 ? "Closed" : "Open",
            "Voided" => "Voided",
            _ when payment.Flag("Hold") => "On Hold",
            _ => CardTransactions.IsOpenAuthorisation(payment) ? "Pending Processing" : "Balanced",
        });
    }

    private static void Customer(Save save, Row row)
    {
        if (save.Find("Customer", row.Text("CustomerID")) is not { } customer)
        {
            Missing(row, "CustomerID", "Customer", row.Text("CustomerID"));
            return;
        }

        row.Set("CustomerID", customer.Text("CustomerID")).Default("CustomerLocationID", "MAIN");
        if (!row.Has("CurrencyID"))
        {
            var cash = CashAccounts.Currency(row.Text("CashAccount"));
            row.Set("CurrencyID", cash ?? customer.Text("CurrencyID"));
        }

        if (save.Find("Currency", row.Text("CurrencyID")) is not { } currency || !currency.Flag("Active"))
        {
            Missing(row, "CurrencyID", "Currency", row.Text("CurrencyID"));
        }
        else if (row.Text("CurrencyID") != customer.Text("CurrencyID") && !customer.Flag("EnableCurrencyOverride"))
        {
            row.Fail("CurrencyID", $"The currency '{row.Text("CurrencyID")}' cannot be used: currency override is not enabled for the customer.");
        }
        else
        {
            row.Set("PaymentAmount", Math.Round(row.Number("PaymentAmount"), (int)currency.Whole("DecimalPrecision"), MidpointRounding.AwayFromZero));
        }
    }
}
