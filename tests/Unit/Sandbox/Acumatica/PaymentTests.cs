using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class PaymentTests
{
    [Fact]
    public async Task A_refund_gives_back_what_is_left_of_a_released_payment()
    {
        await using var erp = await Erp.StartAsync();
        var payment = await PayAsync(erp, Payment(20m));
        Assert.Equal("'Reference Nbr.' '" + payment.Value("ReferenceNbr") + "' cannot be found in the system.", Error(await erp.PutAsync("Payment", Refund(payment, 5m))));
        await ReleaseAsync(erp, payment);

        var refund = await PayAsync(erp, Refund(payment, 5m));
        await ReleaseAsync(erp, refund);

        Assert.Equal(("Open", 15m), await BalanceAsync(erp, payment));
        Assert.Equal(("Closed", 0m), await BalanceAsync(erp, refund));
        Assert.Equal("The amount paid cannot be greater than the balance of the document.", Error(await erp.PutAsync("Payment", Refund(payment, 15.01m)), "AmountPaid"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await ActAsync(erp, "VoidPayment", payment)).Status);
    }

    [Fact]
    public async Task A_released_payment_keeps_its_amount_and_takes_new_applications()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var payment = await PayAsync(erp, Payment(20m));
        await ReleaseAsync(erp, payment);

        var changed = await erp.PutAsync("Payment?$expand=OrdersToApply", Web.Record(
            ("Type", "Payment"), ("ReferenceNbr", payment.Value("ReferenceNbr")), ("PaymentAmount", 99m),
            ("OrdersToApply", new[] { Web.Record(("OrderType", "WO"), ("OrderNbr", order.Value("OrderNbr")), ("AppliedToOrder", 20m)) })));

        Assert.Equal((20m, 20m, 0m), (changed.Json.Amount("PaymentAmount"), changed.Json.Amount("AppliedToOrders"), changed.Json.Amount("AvailableBalance")));
    }

    [Fact]
    public async Task More_than_the_order_owes_is_not_applied()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var payment = Payment(50m, ("OrdersToApply", new[] { Web.Record(("OrderType", "WO"), ("OrderNbr", order.Value("OrderNbr")), ("AppliedToOrder", 50m)) }));
        var reply = await erp.PutAsync("Payment", payment);
        Assert.Equal("The amount applied to the order cannot be greater than the unpaid balance of the order.", reply.Json["OrdersToApply"]![0]!.Error("AppliedToOrder"));
    }

    [Fact]
    public async Task A_payment_closes_an_invoice_and_voiding_it_opens_the_invoice_again()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") });
        var number = (await erp.ControlAsync("invoice", new() { ["orderNbr"] = order.Value("OrderNbr") })).Json["invoices"]![0]!.GetValue<string>();
        var payment = await PayAsync(erp, Payment(21.70m, ("DocumentsToApply", new[] { Web.Record(("DocType", "Invoice"), ("ReferenceNbr", number), ("AmountPaid", 21.70m)) })));
        async Task<(string, decimal)> InvoiceAsync()
        {
            var invoice = (await erp.GetAsync($"SalesInvoice/Invoice/{number}")).Json;
            return (invoice.Value("Status"), invoice.Amount("Balance"));
        }

        await ReleaseAsync(erp, payment);
        Assert.Equal(("Closed", 0m), await InvoiceAsync());
        Assert.Equal(("Closed", 0m), await BalanceAsync(erp, payment));

        Assert.Equal(HttpStatusCode.NoContent, (await ActAsync(erp, "VoidPayment", payment)).Status);
        Assert.Equal(("Open", 21.70m), await InvoiceAsync());
        Assert.Equal(-21.70m, (await erp.GetAsync($"Payment/Voided Payment/{payment.Value("ReferenceNbr")}")).Json.Amount("PaymentAmount"));
    }

    [Theory]
    [InlineData("Closed", "The 03-2026 financial period is closed in the MAIN company.")]
    [InlineData("Inactive", "The 03-2026 financial period is inactive in the MAIN company.")]
    public async Task A_closed_period_takes_no_payment(string status, string error)
    {
        await using var erp = await Erp.StartAsync();
        await erp.ControlAsync("periods", new() { ["period"] = "03-2026", ["status"] = status });

        Assert.Equal(error, (await erp.PutAsync("Payment", Payment(5m, ("ApplicationDate", "2026-03-14T00:00:00Z")))).Json.Error("ApplicationDate"));
        Assert.Equal(HttpStatusCode.OK, (await erp.PutAsync("Payment", Payment(5m, ("ApplicationDate", "2026-04-01T00:00:00Z")))).Status);
        var order = await erp.PutAsync("SalesOrder", Web.Order(("Payments", new[]
        {
            Web.Record(("PaymentMethod", "ONLINE"), ("PaymentAmount", 5m), ("ApplicationDate", "2026-03-14T00:00:00Z")),
        })));
        Assert.Equal(error, order.Json["Payments"]![0]!.Error("ApplicationDate"));
    }

    [Fact]
    public async Task A_payment_saved_before_its_period_closed_is_not_released()
    {
        await using var erp = await Erp.StartAsync();
        var payment = await PayAsync(erp, Payment(5m, ("ApplicationDate", "2026-03-14T00:00:00Z")));
        await erp.ControlAsync("periods", new() { ["period"] = "03-2026", ["closedInAr"] = true, ["status"] = "Open" });
        var reply = await ActAsync(erp, "ReleasePayment", payment);
        Assert.Equal("Error: The 03-2026 financial period is closed in the MAIN company for Accounts Receivable.", reply.Json["exceptionMessage"]!.GetValue<string>());
    }

    [Fact]
    public async Task Cash_accounts_take_only_their_own_currency()
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await erp.PutAsync("Payment", Payment(500m, ("CurrencyID", "JPY"), ("CashAccount", "10270WEB")))).Status);
        Assert.Contains("'EUR'", (await erp.PutAsync("Payment", Payment(5m, ("CurrencyID", "EUR")))).Json.Error("CashAccount"), StringComparison.Ordinal);
        Assert.Equal("'Cash Account' '10300PAYPAL' cannot be found in the system.", (await erp.PutAsync("Payment", Payment(5m, ("CashAccount", "10300PAYPAL")))).Json.Error("CashAccount"));
    }

    [Fact]
    public async Task An_authorisation_waits_for_its_capture()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Payments", new[]
        {
            Web.Record(("PaymentMethod", "CARD"), ("PaymentAmount", 21.70m), ("AppliedToOrder", 21.70m), ("CreditCardTransactionInfo", new[] { Web.Record(("TranNbr", "ch_1"), ("TranType", "AUT")) })),
        })));
        var row = order["Payments"]![0]!;
        Assert.Equal("Pending Processing", row.Value("Status"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await ActAsync(erp, "ReleasePayment", row)).Status);

        var captured = await ActAsync(erp, "CardOperation", row, ("TranType", "PriorAuthorizedCapture"), ("TranNbr", "ch_2"), ("Amount", 15m));
        Assert.Equal(HttpStatusCode.NoContent, captured.Status);

        var payment = (await erp.GetAsync($"Payment/Payment/{row.Value("ReferenceNbr")}?$expand=CreditCardProcessingInfo")).Json;
        Assert.Equal(("Balanced", 15m, "Captured"), (payment.Value("Status"), payment.Amount("PaymentAmount"), payment["CreditCardProcessingInfo"]![0]!.Value("TransactionStatus")));
        Assert.Equal(6.70m, (await erp.ReadAsync(order, "Totals"))["Totals"]!.Amount("UnpaidBalance"));
        await ReleaseAsync(erp, payment);
    }

    [Fact]
    public async Task A_voided_authorisation_frees_its_order()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Payments", new[]
        {
            Web.Record(("PaymentMethod", "CARD"), ("PaymentAmount", 21.70m), ("CreditCardTransactionInfo", new[] { Web.Record(("TranNbr", "ch_1"), ("TranType", "Authorize Only")) })),
        })));

        await ActAsync(erp, "VoidCardPayment", order["Payments"]![0]!, ("TranType", "Void"), ("TranNbr", "ch_3"));

        var after = await erp.ReadAsync(order, "Payments,Totals");
        Assert.Equal(("Voided", 21.70m), (after["Payments"]![0]!.Value("Status"), after["Totals"]!.Amount("UnpaidBalance")));
        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("SalesOrder", "CancelSalesOrder", Web.Keys(order))).Status);
    }

    [Fact]
    public async Task Card_transactions_have_a_number_and_a_known_type()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("Payment", Payment(5m, ("CreditCardTransactionInfo", new[] { Web.Record(("TranType", "Guess")) })));
        Assert.Equal("'Proc. Center Tran. Nbr.' cannot be empty.", reply.Json["CreditCardTransactionInfo"]![0]!.Error("TranNbr"));
        Assert.Equal("'Guess' is not one of the values allowed for 'Tran. Type'.", reply.Json["CreditCardTransactionInfo"]![0]!.Error("TranType"));
    }

    private static JsonObject Payment(decimal amount, params (string Name, object? Value)[] more)
    {
        var payment = Web.Record(
            ("Type", "Payment"), ("CustomerID", "WEBGUEST"), ("PaymentMethod", "ONLINE"), ("CashAccount", "10200WEB"), ("CurrencyID", "USD"), ("PaymentAmount", amount), ("Hold", false));
        foreach (var (name, value) in Web.Record(more).ToList())
        {
            payment[name] = value!.DeepClone();
        }

        return payment;
    }

    private static JsonObject Refund(JsonNode payment, decimal amount) => Payment(
        amount, ("Type", "Refund"), ("DocumentsToApply", new[] { Web.Record(("DocType", payment.Value("Type")), ("ReferenceNbr", payment.Value("ReferenceNbr")), ("AmountPaid", amount)) }));

    private static async Task<JsonNode> PayAsync(Erp erp, JsonObject payment)
    {
        var reply = await erp.PutAsync("Payment", payment);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Json;
    }

    private static string Error(Reply reply, string field = "ReferenceNbr") => reply.Json["DocumentsToApply"]![0]!.Error(field);

    private static async Task ReleaseAsync(Erp erp, JsonNode payment)
    {
        var reply = await ActAsync(erp, "ReleasePayment", payment);
        Assert.True(reply.Status == HttpStatusCode.NoContent, reply.Text);
    }

    private static Task<Reply> ActAsync(Erp erp, string action, JsonNode payment, params (string Name, object? Value)[] parameters) => erp.ActAsync(
        "Payment", action, Web.Record(("Type", payment.Value(payment["DocType"] is null ? "Type" : "DocType")), ("ReferenceNbr", payment.Value("ReferenceNbr"))), Web.Record(parameters));

    private static async Task<(string Status, decimal Balance)> BalanceAsync(Erp erp, JsonNode payment)
    {
        var read = (await erp.GetAsync($"Payment/{payment.Value("Type")}/{payment.Value("ReferenceNbr")}")).Json;
        return (read.Value("Status"), read.Amount("AvailableBalance"));
    }
}
