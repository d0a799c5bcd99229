using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class LedgerTests
{
    [Fact]
    public async Task A_payment_is_kept_with_its_references_and_the_account_of_its_method()
    {
        await using var environment = await Environment.StartAsync();
        var journal = await JournalAsync(environment);

        var line = await environment.MadeAsync("CustomerPaymentJournalLines", Payment(journal, ("PaymentId", "xc-tx-1"), ("PaymentReference", "000001"), ("PaymentMethodName", "PAYPAL")));

        Assert.Equal(("Cust", "10300", "Web guest", "xc-tx-1"), (line.Text("AccountType"), line.Text("OffsetAccountDisplayValue"), line.Text("CustomerName"), line.Text("PaymentId")));
        Assert.Equal(1m, line.Number("LineNumber"));
        Assert.Single((await environment.GetAsync("CustomerPaymentJournalLines?$filter=PaymentId eq 'xc-tx-1'")).Rows);
        var payment = (await environment.StateAsync())["payments"]![0]!;
        Assert.Equal(("xc-tx-1", "000001", 20m, "Open"), (payment.Text("externalRef"), payment.Text("paymentRef"), payment.Number("paymentAmount"), payment.Text("status")));
    }

    [Theory]
    [InlineData("AccountDisplayValue", "\"NOBODY\"", "The value 'NOBODY' in field 'Account' is not found")]
    [InlineData("AccountDisplayValue", "\"\"", "Field 'Account' must be filled in.")]
    [InlineData("CurrencyCode", "\"XXX\"", "The value 'XXX' in field 'Currency' is not found")]
    [InlineData("CurrencyCode", "\"\"", "Field 'Currency' must be filled in.")]
    [InlineData("CreditAmount", "0", "A line must have either a debit amount or a credit amount.")]
    [InlineData("CreditAmount", "-5", "A line must have either a debit amount or a credit amount.")]
    [InlineData("DebitAmount", "5", "A line must have either a debit amount or a credit amount.")]
    [InlineData("PaymentMethodName", "\"BARTER\"", "The value 'BARTER' in field 'Method of payment' is not found")]
    [InlineData("OffsetAccountDisplayValue", "\"99999\"", "The value '99999' in field 'Offset account' is not found")]
    [InlineData("MarkedInvoice", "\"CIV-9\"", "The value 'CIV-9' in field 'Invoice' is not found")]
    [InlineData("JournalBatchNumber", "\"99999\"", "The value '99999' in field 'Journal batch number' is not found")]
    [InlineData("CustomerName", "\"Somebody\"", "Field 'CustomerName' cannot be changed.")]
    public async Task A_payment_that_breaks_a_rule_is_refused(string property, string value, string text)
    {
        await using var environment = await Environment.StartAsync();
        var journal = await JournalAsync(environment);

        var reply = await environment.PostAsync("CustomerPaymentJournalLines", Payment(journal, (property, JsonNode.Parse(value))));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith($"Write failed for table row of type 'CustomerPaymentJournalLineEntity'. Infolog: Warning: {text}", reply.Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_needs_a_name_that_is_known_and_is_not_posted_by_a_caller()
    {
        await using var environment = await Environment.StartAsync();

        Assert.Contains("Field 'Name' must be filled in.", (await environment.PostAsync("CustomerPaymentJournalHeaders", new JsonObject { ["dataAreaId"] = "usmf" })).Inner, StringComparison.Ordinal);
        Assert.Contains("'Journal names'", (await environment.PostAsync("CustomerPaymentJournalHeaders", Named("GenJrn"))).Inner, StringComparison.Ordinal);
        var posted = Named("WebPay");
        posted["IsPosted"] = "Yes";
        Assert.Contains("'IsPosted' cannot be changed", (await environment.PostAsync("CustomerPaymentJournalHeaders", posted)).Inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_journal_is_not_changed_any_more()
    {
        await using var environment = await Environment.StartAsync();
        var journal = await JournalAsync(environment);
        await environment.MadeAsync("CustomerPaymentJournalLines", Payment(journal, ("PaymentMethodName", "CARD")));
        var line = $"CustomerPaymentJournalLines(dataAreaId='usmf',JournalBatchNumber='{journal}',LineNumber=1)";

        var result = await environment.ControlAsync("post", new JsonObject { ["journalBatchNumber"] = journal });

        Assert.Equal(journal, result["posted"]![0]!.GetValue<string>());
        foreach (var refused in (Reply[])
        [
            await environment.PatchAsync(line, new JsonObject { ["CreditAmount"] = 1 }), await environment.DeleteAsync(line), await environment.PostAsync("CustomerPaymentJournalLines", Payment(journal)),
            await environment.DeleteAsync($"CustomerPaymentJournalHeaders(dataAreaId='usmf',JournalBatchNumber='{journal}')"),
        ])
        {
            Assert.Contains("has been posted and cannot be changed", refused.Inner, StringComparison.Ordinal);
        }

        Assert.Equal("Posted", (await environment.StateAsync())["payments"]![0]!.Text("status"));
    }

    [Fact]
    public async Task Lines_are_numbered_changed_and_deleted_while_the_journal_is_open()
    {
        await using var environment = await Environment.StartAsync();
        var journal = await JournalAsync(environment);
        await environment.MadeAsync("CustomerPaymentJournalLines", Payment(journal));
        Assert.Equal(2m, (await environment.MadeAsync("CustomerPaymentJournalLines", Payment(journal))).Number("LineNumber"));
        Assert.Contains("already exists", (await environment.PostAsync("CustomerPaymentJournalLines", Payment(journal, ("LineNumber", 2)))).Inner, StringComparison.Ordinal);
        string Address(int number) => $"CustomerPaymentJournalLines(dataAreaId='usmf',JournalBatchNumber='{journal}',LineNumber={number})";

        Assert.Equal(204, (await environment.PatchAsync(Address(2), new JsonObject { ["CreditAmount"] = 7.5 })).Status);
        Assert.Equal(204, (await environment.DeleteAsync(Address(1))).Status);

        var header = (await environment.GetAsync($"CustomerPaymentJournalHeaders?$filter=JournalBatchNumber eq '{journal}'&$expand=CustomerPaymentJournalLineHeaderEntity")).Rows.Single();
        Assert.Equal(7.5m, header["CustomerPaymentJournalLineHeaderEntity"]!.AsArray().Single()!.Number("CreditAmount"));
    }

    [Fact]
    public async Task A_general_journal_must_balance_by_voucher_when_it_is_posted()
    {
        await using var environment = await Environment.StartAsync();
        var journal = (await environment.MadeAsync("LedgerJournalHeaders", Named("WebJrn"))).Text("JournalBatchNumber");
        var first = await environment.MadeAsync("LedgerJournalLines", Entry(journal, "10200-WEB", ("DebitAmount", 20)));
        await environment.MadeAsync("LedgerJournalLines", Entry(journal, "40000", ("CreditAmount", 18.5)));

        var refused = await environment.ControlAsync("post", new JsonObject { ["journalBatchNumber"] = journal });
        Assert.Contains($"voucher {first.Text("Voucher")} do not balance", refused["refused"]![0]!.Text("reason"), StringComparison.Ordinal);

        var last = await environment.MadeAsync("LedgerJournalLines", Entry(journal, "62000", ("CreditAmount", 1.5)));
        var next = await environment.MadeAsync("LedgerJournalLines", Entry(journal, "10200", ("DebitAmount", 5), ("OffsetAccountDisplayValue", "40000")));
        Assert.Equal(first.Text("Voucher"), last.Text("Voucher"));
        Assert.NotEqual(first.Text("Voucher"), next.Text("Voucher"));
        Assert.Single((await environment.ControlAsync("post", []))["posted"]!.AsArray());
        var header = (await environment.GetAsync($"LedgerJournalHeaders(dataAreaId='usmf',JournalBatchNumber='{journal}')")).Json;
        Assert.Equal(("Yes", 25m, 20m), (header.Text("IsPosted"), header.Number("JournalTotalDebit"), header.Number("JournalTotalCredit")));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_refused()
    {
        await using var environment = await Environment.StartAsync();
        var journal = (await environment.MadeAsync("LedgerJournalHeaders", Named("GenJrn"))).Text("JournalBatchNumber");

        var reply = await environment.PostAsync("LedgerJournalLines", Entry(journal, "77777", ("DebitAmount", 20)));

        Assert.Contains("The value '77777' in field 'Account' is not found", reply.Inner, StringComparison.Ordinal);
    }

    private static async Task<string> JournalAsync(Environment environment) => (await environment.MadeAsync("CustomerPaymentJournalHeaders", Named("WebPay"))).Text("JournalBatchNumber");

    private static JsonObject Named(string name) => new() { ["dataAreaId"] = "usmf", ["JournalName"] = name, ["Description"] = "Payments of the shop" };

    private static JsonObject Payment(string journal, params (string Name, JsonNode? Value)[] more) => With(
        new JsonObject { ["dataAreaId"] = "usmf", ["JournalBatchNumber"] = journal, ["AccountDisplayValue"] = "WEBGUEST", ["CreditAmount"] = 20, ["CurrencyCode"] = "USD" }, more);

    private static JsonObject Entry(string journal, string account, params (string Name, JsonNode? Value)[] more) =>
        With(new JsonObject { ["dataAreaId"] = "usmf", ["JournalBatchNumber"] = journal, ["AccountDisplayValue"] = account, ["CurrencyCode"] = "USD" }, more);

    private static JsonObject With(JsonObject body, (string Name, JsonNode? Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }

        return body;
    }
}
