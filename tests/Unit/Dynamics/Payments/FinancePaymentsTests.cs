using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Tests.Unit.Dynamics.SalesOrders;
using Integration.Tests.Unit.Mapping.Jsonata;
using Xunit;
using static Integration.Tests.Unit.Dynamics.Payments.PaymentBench;

namespace Integration.Tests.Unit.Dynamics.Payments;

public sealed class FinancePaymentsTests : IDisposable
{
    private const string Headers = "/data/CustomerPaymentJournalHeaders";

    private readonly PaymentBench _bench = new(clock: new FixedClock(new DateTimeOffset(2026, 4, 20, 0, 0, 0, TimeSpan.Zero)));

    public FinancePaymentsTests() => _bench.Customers.Remember("000891", "C42", isNew: false);

    [Fact]
    public async Task A_capture_becomes_one_line_of_the_days_journal_by_its_key()
    {
        _bench.Server.Script = call => (call.Method, call.Target) switch
        {
            ("POST", var target) when target.StartsWith(Headers, StringComparison.Ordinal) => Made(Journal()),
            ("POST", _) => Made(Line()),
            _ => FinanceReply.List(),
        };

        var done = Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry()));

        Assert.Equal("00012/1", done.Ref.Id);
        Assert.Equal(["GET", "GET", "POST", "POST"], _bench.Server.Calls.Select(call => call.Method));
        Assert.Contains("PaymentId eq 'XC1-T1'", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.Contains("JournalName eq 'WebPay' and Description eq 'Shop payments 2026-03-02' and IsPosted eq Microsoft.Dynamics.DataEntities.NoYes'No'", _bench.Server.Calls[1].Target, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"dataAreaId":"usmf","JournalName":"WebPay","Description":"Shop payments 2026-03-02"}"""), JsonNode.Parse(_bench.Server.Calls[2].Body)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"PaymentId":"XC1-T1","PaymentReference":"000891","AccountType":"Cust","TransactionDate":"2026-03-02T12:00:00Z","CreditAmount":100.01,"CurrencyCode":"USD","PaymentMethodName":"CARD",
             "TransactionText":"XC1-T1, shop order 1001, Card","PaymentNotes":"pi_1","IsPrepayment":"No","AccountDisplayValue":"C42","dataAreaId":"usmf","JournalBatchNumber":"00012"}
            """), JsonNode.Parse(_bench.Server.Calls[3].Body)), _bench.Server.Calls[3].Body);
    }

    [Fact]
    public async Task In_the_steady_state_a_payment_is_a_look_and_a_line()
    {
        _bench.Server.Script = call => call.Method == "POST" ? Made(Line(KeyOf(call.Body))) : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();
        await _bench.PostAsync(Entry());
        _bench.Server.Calls.Clear();

        Assert.IsType<LookOutcome.NotFound>(await _bench.FindAsync(Entry("XC1-T2")));
        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry("XC1-T2")));

        Assert.Equal(["GET", "POST"], _bench.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task The_first_payment_of_an_order_that_was_just_made_is_one_line_and_every_other_attempt_looks()
    {
        _bench.Server.Script = call => call.Method == "POST" ? Made(Line(KeyOf(call.Body))) : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();
        await _bench.PostAsync(Entry());
        Assert.False(_bench.Port.IsNew(_bench.Posting(Entry()).ErpOrder));
        _bench.Customers.Remember("000891", "C42", isNew: true);
        _bench.Server.Calls.Clear();

        Assert.True(_bench.Port.IsNew(_bench.Posting(Entry()).ErpOrder));
        Assert.IsType<WriteOutcome.Done>(await _bench.Port.PostAsync(_bench.Posting(Entry("XC1-T2")) with { IsFirst = true }, _bench.Document(Entry("XC1-T2")), TestContext.Current.CancellationToken));
        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry("XC1-T3")));

        Assert.Equal(["POST", "GET", "POST"], _bench.Server.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task What_was_not_found_is_looked_for_again_by_the_write_after_the_next()
    {
        _bench.Server.Script = call => call.Method == "POST" ? Made(Line()) : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();
        await _bench.FindAsync(Entry());
        await _bench.PostAsync(Entry());
        _bench.Server.On(("CustomerPaymentJournalLines", FinanceReply.List(Line())));
        _bench.Server.Calls.Clear();

        Assert.Equal("00012/1", Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry())).Ref.Id);

        Assert.Equal("GET", Assert.Single(_bench.Server.Calls).Method);
    }

    [Fact]
    public async Task A_refund_is_a_debit()
    {
        _bench.Server.Script = call => call.Method == "POST" ? Made(Line("XC1-T1-8", credit: "0", debit: "30")) : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();

        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry("XC1-T1-8", 30m, PaymentEntryKind.Refund), "XC1-T1"));

        var body = JsonNode.Parse(_bench.Server.Calls[^1].Body)!;
        Assert.Equal((30m, null), ((decimal)body["DebitAmount"]!, body["CreditAmount"]));
    }

    [Theory]
    [InlineData("99.99", "XC1-T1", "CreditAmount")]
    [InlineData("100.01", "XC1-", "PaymentId")]
    public async Task A_line_that_was_stored_otherwise_is_told(string credit, string key, string field)
    {
        _bench.Server.Script = call => call.Method == "POST" ? Made(Line(key, credit)) : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();

        Assert.Equal(field, Assert.Single(Assert.IsType<WriteOutcome.Differs>(await _bench.PostAsync(Entry())).Fields).Field);
    }

    [Fact]
    public async Task Two_lines_with_one_key_are_for_a_person_and_a_star_finds_no_other()
    {
        _bench.Server.On(("CustomerPaymentJournalLines", FinanceReply.List(Line(), Line(number: 2))));
        Assert.Contains("00012/1, 00012/2", Assert.Single(Assert.IsType<LookOutcome.Different>(await _bench.FindAsync(Entry())).Fields).Message, StringComparison.Ordinal);
        Assert.IsType<LookOutcome.NotFound>(await _bench.FindAsync(Entry("XC1-*")));
    }

    [Fact]
    public async Task A_key_that_would_be_cut_is_kept_as_a_hash_and_whole_in_the_text()
    {
        var kept = "";
        _bench.Server.Script = call =>
        {
            if (call.Method != "POST") return call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();
            var body = JsonNode.Parse(call.Body)!;
            kept = (string)body["PaymentId"]!;
            return Made(Line(kept, credit: "0", debit: "30", text: (string)body["TransactionText"]!));
        };
        var entry = Entry("XC1-xcart000115-RGGX-9", 30m, PaymentEntryKind.Refund);

        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(entry, "XC1-xcart000115-RGGX"));

        Assert.Matches("^XC1-[0-9A-F]{16}$", kept);
        _bench.Server.On(("CustomerPaymentJournalLines", FinanceReply.List(Line(kept, credit: "0", debit: "30", text: "XC1-xcart000115-RGGX-9, shop order 1001, Card"))), ("CustomerPaymentJournalHeaders", FinanceReply.List()));
        Assert.IsType<LookOutcome.Same>(await _bench.FindAsync(entry));
        Assert.Equal("XC1-xcart000115-RGGX-9", Assert.Single(await _bench.DayAsync()).Key);
    }

    [Theory]
    [InlineData("XC1-xcart000115-RGGX-9", "Paid by card", "begin")]
    [InlineData("STOREFRONT12-xcart000115", "STOREFRONT12-xcart000115, paid", "payments.longestKey")]
    public void A_key_that_cannot_be_kept_is_told(string key, string text, string part) =>
        Assert.Contains(part, new KeyForm(20).Problem(key, text), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_journal_name_the_setting_is_named()
    {
        using var bench = new PaymentBench(new PaymentSettings());
        bench.Customers.Remember("000891", "C42", isNew: false);

        Assert.Equal("payments.journal", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.PostAsync(Entry())).Reasons).Field);
    }

    [Fact]
    public async Task A_journal_that_was_posted_meanwhile_gives_way_to_another_one()
    {
        var open = "00012";
        _bench.Server.Script = call => (call.Method, call.Target.StartsWith(Headers, StringComparison.Ordinal)) switch
        {
            ("GET", true) => FinanceReply.List(Journal(open)),
            ("POST", false) when call.Body.Contains("00012", StringComparison.Ordinal) && open != "00012" =>
                FinanceReply.Error(400, "Write failed for table row of type 'CustomerPaymentJournalLineEntity'. Infolog: Warning: Journal 00012 has been posted and cannot be changed.; Error: Update has been canceled."),
            ("POST", false) => Made(Line(KeyOf(call.Body), journal: open)),
            _ => FinanceReply.List(),
        };
        await _bench.PostAsync(Entry());
        open = "00013";

        Assert.Equal("00013/1", Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry("XC1-T2"))).Ref.Id);
    }

    [Fact]
    public async Task A_lost_answer_to_a_new_journal_leaves_the_payment_unwritten()
    {
        _bench.Server.Script = call => call.Method == "POST" ? new FinanceReply(504, "") : FinanceReply.List();

        Assert.IsType<WriteOutcome.Unavailable>(await _bench.PostAsync(Entry()));
    }

    [Fact]
    public async Task A_lost_answer_to_a_line_is_unknown()
    {
        _bench.Server.Script = call => call.Method == "POST" ? new FinanceReply(504, "") : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List();

        Assert.IsType<WriteOutcome.Unknown>(await _bench.PostAsync(Entry()));
    }

    [Fact]
    public async Task A_clash_with_another_write_is_tried_again()
    {
        Refuse("Cannot create a record in Journal lines (LedgerJournalTrans). Journal batch number: 00012, 3. The record already exists.");

        Assert.IsType<WriteOutcome.Unavailable>(await _bench.PostAsync(Entry()));
    }

    [Fact]
    public async Task A_closed_period_is_named()
    {
        Refuse("Fiscal period for 3/2/2026 is closed.");

        Assert.Equal(PaymentFields.ClosedPeriod, Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await _bench.PostAsync(Entry())).Reasons).Field);
    }

    [Fact]
    public async Task Where_the_pair_allows_it_the_next_open_period_is_taken_and_told()
    {
        _bench.Settings = _bench.Settings with { ClosedPeriods = ClosedPeriods.NextOpen };
        _bench.Server.Script = call => (call.Method, call.Target.StartsWith(Headers, StringComparison.Ordinal)) switch
        {
            ("GET", true) => FinanceReply.List(Journal()),
            ("POST", false) when !call.Body.Contains("2026-04-01", StringComparison.Ordinal) => FinanceReply.Error(400, "Write failed for table row of type 'X'. Infolog: Warning: Fiscal period for this date is closed.; Error: Update has been canceled."),
            ("POST", false) => Made(Line()),
            _ => FinanceReply.List(),
        };

        Assert.Equal($"{PaymentFields.BookedOn}2026-04-01", Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(Entry())).Echo);
    }

    [Fact]
    public async Task The_customer_is_read_from_the_order_where_this_process_did_not_write_it()
    {
        using var bench = new PaymentBench();
        bench.Server.Script = call => call.Method == "POST" ? Made(Line())
            : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal())
            : call.Target.StartsWith("/data/SalesOrderHeadersV3", StringComparison.Ordinal) ? FinanceReply.List("\"SalesOrderNumber\":\"000891\",\"InvoiceCustomerAccountNumber\":\"C77\"")
            : FinanceReply.List();

        Assert.IsType<WriteOutcome.Done>(await bench.PostAsync(Entry()));

        Assert.Equal("C77", (string?)JsonNode.Parse(bench.Server.Calls[^1].Body)!["AccountDisplayValue"]);
    }

    [Fact]
    public async Task The_customer_of_an_order_is_remembered_from_its_own_write()
    {
        var heard = new List<(string Number, string Customer, bool IsNew)>();
        var orders = new FinanceSalesOrders(_bench.Bench.Client, _bench.Bench.Store, _bench.Bench.Settings, new UniqueNumber(false), (number, customer, isNew) => heard.Add((number, customer, isNew)));
        _bench.Server.Script = _ => FinanceReply.ChangeSet([Whole(OrderSamples.Header()), .. OrderSamples.Lines().Select(Whole)]);

        Assert.IsType<WriteOutcome.Done>(await orders.CreateAsync(OrderSamples.Reference, OrderSamples.Document(), TestContext.Current.CancellationToken));

        Assert.Equal(("000891", "C42", true), Assert.Single(heard));
    }

    [Fact]
    public async Task A_void_deletes_a_line_that_is_not_posted()
    {
        _bench.Server.Script = call => call.Method == "POST" ? FinanceReply.ChangeSet("")
            : call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal()) : FinanceReply.List(Line());
        var entry = Entry("XC1-T1-5", kind: PaymentEntryKind.Void);

        Assert.IsType<LookOutcome.NotFound>(await _bench.FindAsync(entry, "XC1-T1"));
        Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(entry, "XC1-T1"));

        Assert.Contains("DELETE https://shop.operations.dynamics.example/data/CustomerPaymentJournalLines(dataAreaId=%27usmf%27,JournalBatchNumber=%2700012%27,LineNumber=1)?cross-company=true", _bench.Server.Calls[^1].Body, StringComparison.Ordinal);
        _bench.Server.Script = _ => FinanceReply.List();
        Assert.Equal("XC1-T1-5", Assert.IsType<LookOutcome.Same>(await _bench.FindAsync(entry, "XC1-T1")).Ref.Id);
    }

    [Fact]
    public async Task A_void_takes_a_posted_line_back_by_an_opposite_one_with_its_own_key()
    {
        var opposite = Line("XC1-T1-5", credit: "0", debit: "100.01", number: 1, journal: "00013", text: "Void of XC1-T1");
        _bench.Server.Script = call => call.Method == "POST" ? Made(opposite)
            : !call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Line())
            : call.Target.Contains("JournalName", StringComparison.Ordinal) ? FinanceReply.List(Journal("00013")) : FinanceReply.List(Journal(posted: true));
        var entry = Entry("XC1-T1-5", kind: PaymentEntryKind.Void);

        Assert.Equal("00013/1", Assert.IsType<WriteOutcome.Done>(await _bench.PostAsync(entry, "XC1-T1")).Ref.Id);

        var body = JsonNode.Parse(_bench.Server.Calls[^1].Body)!;
        Assert.Equal(("XC1-T1-5", "Void of XC1-T1", "C42", "00013"), ((string?)body["PaymentId"], (string?)body["TransactionText"], (string?)body["AccountDisplayValue"], (string?)body["JournalBatchNumber"]));
        Assert.Equal((100.01m, null), ((decimal)body["DebitAmount"]!, body["CreditAmount"]));

        _bench.Server.Script = call => call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal(posted: true)) : FinanceReply.List(Line(), opposite);
        Assert.Equal("00013/1", Assert.IsType<LookOutcome.Same>(await _bench.FindAsync(entry, "XC1-T1")).Ref.Id);
    }

    [Fact]
    public async Task A_day_lists_the_shops_lines_with_what_is_posted_and_what_was_taken_back()
    {
        _bench.Server.Script = call => call.Target.StartsWith(Headers, StringComparison.Ordinal) ? FinanceReply.List(Journal(posted: true), Journal("00013"))
            : call.Target.Contains("Void of XC1-*", StringComparison.Ordinal) ? FinanceReply.List("\"JournalBatchNumber\":\"00013\",\"LineNumber\":2,\"TransactionText\":\"Void of XC1-T1\"")
            : call.Target.Contains("skiptoken", StringComparison.Ordinal) ? FinanceReply.List(Line("XC1-T2", "0", "5", 1, "00013"), Line("XC1-T1-5", "0", "100.01", 2, "00013", "Void of XC1-T1"))
            : FinanceReply.ListThen("https://shop.operations.dynamics.example/data/CustomerPaymentJournalLines?$skiptoken=2", Line(), Line("XC2-T9", number: 2));

        var pages = new List<BookedPaymentPage>();
        await foreach (var page in _bench.Port.ListByDayAsync(_bench.Pair, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken)) pages.Add(page);

        Assert.Equal([false, true], pages.Select(page => page.Last));
        Assert.Equal(
            [("XC1-T1", PaymentEntryKind.Capture, new Money(100.01m, "USD"), true, true), ("XC1-T2", PaymentEntryKind.Refund, new Money(5m, "USD"), false, false)],
            pages.SelectMany(page => page.Payments).Select(payment => (payment.Key, payment.Kind, payment.Amount, payment.Voided, payment.Released)));
        Assert.Contains(_bench.Server.Targets, target => target.Contains("TransactionDate ge 2026-03-02T00:00:00Z and TransactionDate lt 2026-03-03T00:00:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_says_so_and_does_not_end_well()
    {
        _bench.Server.Script = _ => FinanceReply.Error(403, "No.");

        await foreach (var page in _bench.Port.ListByDayAsync(_bench.Pair, new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken))
            Assert.True(page is { Last: false, Failure: WriteOutcome.Denied });
    }

    [Fact]
    public void The_plan_shows_the_line()
    {
        var call = Assert.Single(_bench.Port.Plan(_bench.Posting(Entry()), _bench.Document(Entry())));

        Assert.Equal(("POST", "data/CustomerPaymentJournalLines?cross-company=true"), (call.Method, call.Target));
        Assert.Empty(_bench.Server.Calls);
    }

    [Fact]
    public void The_offset_account_of_the_settings_is_written()
    {
        using var bench = new PaymentBench(new PaymentSettings { Journal = "WebPay", OffsetAccount = "USMF OPER", OffsetAccountType = "Bank" });

        var document = bench.Document(Entry());

        Assert.Equal(("Bank", "USMF OPER"), ((string?)document["OffsetAccountType"], (string?)document["OffsetAccountDisplayValue"]));
        Assert.Equal(new Money(100.01m, "USD"), bench.Port.AmountOf(PaymentBooking.Payment, document));
    }

    public void Dispose() => _bench.Dispose();

    private static string Whole(string inside) => $$"""{"dataAreaId":"usmf",{{inside}}}""";

    private static string KeyOf(string body) => (string)JsonNode.Parse(body)!["PaymentId"]!;

    private void Refuse(string text) => _bench.Server.Script = call => (call.Method, call.Target.StartsWith(Headers, StringComparison.Ordinal)) switch
    {
        ("GET", true) => FinanceReply.List(Journal()),
        ("POST", false) => FinanceReply.Error(400, $"Write failed for table row of type 'CustomerPaymentJournalLineEntity'. Infolog: Warning: {text}; Error: Update has been canceled."),
        _ => FinanceReply.List(),
    };
}
