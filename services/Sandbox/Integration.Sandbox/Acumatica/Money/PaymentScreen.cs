using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Payments and applications (AR302000); the reference number is always numbered.</summary>
internal sealed class PaymentScreen() : Screen("Payment", "AR Payment")
{
    private static readonly string[] Types = ["Payment", "Prepayment", "Refund", "Credit Memo", "Voided Payment", "Voided Refund", "Balance WO"];

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "Payment.Status", "Payment.AvailableBalance", "Payment.AppliedToOrders", "Payment.AppliedToDocuments", "Payment.NoteID",
        "Payment.LastModifiedDateTime", "Payment.ApplicationHistory",
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ReleasePayment"] = new(true, (save, payment, _) => Release(save, payment)),
        ["VoidPayment"] = new(true, (save, payment, _) => Void(save, payment)),
        ["VoidCardPayment"] = new(true, (save, payment, _) => Void(save, payment)),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Type", "Payment").Set("Hold", true).Set("Branch", "MAIN").Set("BranchID", "MAIN")
        .Set("ApplicationDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("CurrencyID", "USD").Set("Status", "On Hold");

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("ReferenceNbr", save.Next("Payment", "P"));

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!Types.Contains(row.Text("Type")))
        {
            row.Fail("Type", $"'{row.Text("Type")}' is not one of the values allowed for 'Type'.");
        }

        if (save.Find("Customer", row.Text("CustomerID")) is null)
        {
            Missing(row, "CustomerID", "Customer", row.Text("CustomerID"));
        }

        if (row.Number("PaymentAmount") <= 0)
        {
            row.Fail("PaymentAmount", "'Payment Amount' should be greater than 0.");
        }

        Codes(save, row, row.Text("CurrencyID"));
        foreach (var applied in row.Lines("OrdersToApply"))
        {
            applied.Default("OrderType", "SO");
            if (save.Find("SalesOrder", applied.Text("OrderType"), applied.Text("OrderNbr")) is not { } order)
            {
                Missing(applied, "OrderNbr", "Order Nbr.", applied.Text("OrderNbr"));
            }
            else if (order.Text("CustomerID") != row.Text("CustomerID"))
            {
                applied.Fail("OrderNbr", "The sales order belongs to another customer.");
            }
        }

        Balance(row);
        if (row.Number("AvailableBalance") < 0)
        {
            row.Fail("PaymentAmount", "The amounts applied are greater than the payment amount.");
        }

        if (!row.HasErrors)
        {
            ShowOnOrders(save, row);
        }
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
        var documents = payment.Lines("DocumentsToApply").Sum(row => row.Number("AmountPaid"));
        var left = payment.Number("PaymentAmount") - orders - documents;
        payment.Set("AppliedToOrders", orders).Set("AppliedToDocuments", documents).Set("AvailableBalance", left);
        payment.Set("Status", payment.Text("Status") switch
        {
            "Open" or "Closed" => left == 0 && orders == 0 ? "Closed" : "Open",
            "Voided" => "Voided",
            _ => payment.Flag("Hold") ? "On Hold" : "Balanced",
        });
    }

    private static void Release(Save save, Row payment)
    {
        if (payment.Text("Status") != "Balanced")
        {
            throw ErpFault.Disabled("Release");
        }

        payment.Set("Status", "Open");
        Balance(payment);
        ShowOnOrders(save, payment);
    }

    private static void Void(Save save, Row payment)
    {
        if (payment.Text("Status") is "Voided" or "Closed")
        {
            throw ErpFault.Disabled("Void");
        }

        payment.Lines("OrdersToApply").ForEach(row => row.Set("AppliedToOrder", 0m));
        payment.Set("Status", "Voided");
        Balance(payment);
        ShowOnOrders(save, payment);
    }

    private static void ShowOnOrders(Save save, Row payment)
    {
        foreach (var applied in payment.Lines("OrdersToApply"))
        {
            if (save.Find("SalesOrder", applied.Text("OrderType"), applied.Text("OrderNbr")) is { } order)
            {
                OrderPayments.Show(save, save.Edit(order), payment);
            }
        }
    }
}
