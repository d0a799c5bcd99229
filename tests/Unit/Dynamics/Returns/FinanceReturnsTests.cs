using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Dynamics.Finance.Returns;
using Xunit;
using static Integration.Tests.Unit.Dynamics.Returns.ReturnSamples;
using OrderSamples = Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.Returns;

public sealed class FinanceReturnsTests : IDisposable
{
    private readonly FinanceBench _bench = new(FinanceBench.Usual with { PageSize = 10 });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceReturns Returns => new(_bench.Client, _bench.Store, _bench.Settings);

    private JsonObject Document => Map(Source, _bench.Settings);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_return_is_its_header_then_its_lines_in_one_change_set_and_a_look()
    {
        var written = false;
        _bench.Server.Script = call =>
        {
            if (call.Target.StartsWith("/data/$batch", StringComparison.Ordinal)) written = true;
            return call.Method == "POST" ? call.Target.StartsWith("/data/$batch", StringComparison.Ordinal) ? FinanceReply.ChangeSet("{}", "{}", "{}", "{}") : new FinanceReply(201, $$"""{"dataAreaId":"usmf",{{Header()}}}""")
                : !written ? FinanceReply.List() : call.Target.StartsWith("/data/ReturnOrderLinesV2", StringComparison.Ordinal) ? FinanceReply.List(Lines()) : FinanceReply.List(Header());
        };

        Assert.Equal("RO-1", Assert.IsType<WriteOutcome.Done>(await Returns.CreateAsync(Reference, Document, Ct)).Ref.Id);

        Assert.Equal(["GET", "POST", "POST", "GET", "GET"], _bench.Server.Calls.Select(call => call.Method));
        Assert.Contains("CustomersOrderReference eq 'XC1-1001/R'", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.DoesNotContain("ReturnOrderNumber", _bench.Server.Calls[1].Body, StringComparison.Ordinal);
        Assert.Equal(4, _bench.Server.Calls[2].Body.Split("POST https://shop.operations.dynamics.example/data/ReturnOrderLinesV2?cross-company=true HTTP/1.1").Length - 1);
        Assert.Equal(4, _bench.Server.Calls[2].Body.Split("\"ReturnOrderNumber\":\"RO-1\"").Length - 1);
    }

    [Fact]
    public async Task A_header_without_lines_is_our_half_and_gets_its_lines()
    {
        var written = false;
        _bench.Server.Script = call =>
        {
            if (call.Method == "POST") written = true;
            return call.Method == "POST" ? FinanceReply.ChangeSet("{}", "{}", "{}", "{}") : call.Target.StartsWith("/data/ReturnOrderHeadersV2", StringComparison.Ordinal) ? FinanceReply.List(Header())
                : written ? FinanceReply.List(Lines()) : FinanceReply.List();
        };
        Assert.IsType<LookOutcome.NotFound>(await Returns.FindAsync(Reference, Document, Ct));

        Assert.IsType<WriteOutcome.Done>(await Returns.CreateAsync(Reference, Document, Ct));

        Assert.StartsWith("/data/$batch", Assert.Single(_bench.Server.Calls, call => call.Method == "POST").Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_of_another_customer_is_told_and_gets_no_lines()
    {
        _bench.Server.On(("ReturnOrderHeadersV2", FinanceReply.List(Header(customer: "C7"))));

        Assert.Equal("header.CustomerAccountNumber", Assert.IsType<WriteOutcome.Differs>(await Returns.CreateAsync(Reference, Document, Ct)).Fields[0].Field);
        Assert.All(_bench.Server.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Theory]
    [InlineData("RO-1,RO-2", "Created", "Keep one")]
    [InlineData("RO-1", "Canceled", "cancelled")]
    public async Task Several_or_a_cancelled_one_go_to_a_person(string numbers, string status, string words)
    {
        _bench.Server.On(("ReturnOrderHeadersV2", FinanceReply.List(numbers.Split(',').Select(number => Header(number, status)))), ("ReturnOrderLinesV2", FinanceReply.List(Lines())));

        Assert.Contains(words, Assert.IsType<WriteOutcome.Differs>(await Returns.CreateAsync(Reference, Document, Ct)).Fields[0].Message, StringComparison.Ordinal);
        Assert.All(_bench.Server.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Theory]
    [InlineData("\"ReturnSalesQuantity\":-1,\"SalesPrice\":3.33", "\"ReturnSalesQuantity\":-2,\"SalesPrice\":3.33", "lines[0].ReturnSalesQuantity")]
    [InlineData("\"SalesPrice\":4.90", "\"SalesPrice\":5.10", "lines[2].SalesPrice")]
    [InlineData("\"LineAmount\":-0.50", "\"LineAmount\":-0.40", "lines[3].LineAmount")]
    [InlineData("\"ItemNumber\":\"SHIPPING\"", "\"ItemNumber\":\"PEN-10\"", "lines[2]")]
    public async Task What_was_stored_otherwise_is_told_by_line_and_field(string stored, string instead, string field)
    {
        _bench.Server.On(("ReturnOrderHeadersV2", FinanceReply.List(Header())), ("ReturnOrderLinesV2", FinanceReply.List(Lines().Select(line => line.Replace(stored, instead, StringComparison.Ordinal)))));

        Assert.Contains(Assert.IsType<LookOutcome.Different>(await Returns.FindAsync(Reference, Document, Ct)).Fields, difference => difference.Field == field);
    }

    [Fact]
    public async Task Amounts_shown_without_their_sign_are_no_difference()
    {
        _bench.Server.On(("ReturnOrderHeadersV2", FinanceReply.List(Header())), ("ReturnOrderLinesV2", FinanceReply.List(Lines().Select(line => line.Replace("\"LineAmount\":-", "\"LineAmount\":", StringComparison.Ordinal)))));

        Assert.IsType<LookOutcome.Same>(await Returns.FindAsync(Reference, Document, Ct));
    }

    [Fact]
    public async Task A_header_that_is_refused_names_the_returns_own_fields()
    {
        _bench.Server.Script = call => call.Method == "GET" ? FinanceReply.List()
            : FinanceReply.Error(400, "Write failed for table row of type 'ReturnOrderHeaderV2Entity'. Infolog: Warning: Field 'Return reason code' must be filled in.; Warning: The value 'X' in field 'Customer account' is not found in the related table 'Customers'.; Error: Update has been canceled.");

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await Returns.CreateAsync(Reference, Document, Ct)).Reasons;

        Assert.Equal(["header.CustomerReturnReasonCode", "header.CustomerAccountNumber"], reasons.Select(reason => reason.Field));
    }

    [Fact]
    public async Task Lines_that_are_refused_leave_a_header_that_the_reason_names()
    {
        _bench.Server.Script = call => call.Method == "GET" ? FinanceReply.List()
            : call.Target.StartsWith("/data/$batch", StringComparison.Ordinal)
                ? FinanceReply.Refused(400, "Write failed for table row of type 'ReturnOrderLineV2Entity'. Infolog: Warning: The value '11' in field 'Disposition code' is not found in the related table 'Disposition codes'.; Error: Update has been canceled.", 3)
                : new FinanceReply(201, $$"""{"dataAreaId":"usmf",{{Header()}}}""");

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await Returns.CreateAsync(Reference, Document, Ct)).Reasons;

        Assert.Equal(("lines[2].ReturnDispositionCode", "lines"), (reasons[0].Field, reasons[1].Field));
        Assert.Contains("RO-1 stands in F&O without lines", reasons[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, typeof(WriteOutcome.Throttled))]
    [InlineData(403, typeof(WriteOutcome.Denied))]
    [InlineData(503, typeof(WriteOutcome.Unavailable))]
    [InlineData(500, typeof(WriteOutcome.Unknown))]
    public async Task A_header_that_is_not_answered_well_is_what_it_is(int status, Type outcome)
    {
        _bench.Server.Script = call => call.Method == "GET" ? FinanceReply.List() : new FinanceReply(status, "");

        Assert.IsType(outcome, await Returns.CreateAsync(Reference, Document, Ct));
        Assert.Single(_bench.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task What_was_written_and_cannot_be_read_back_is_in_doubt()
    {
        var written = false;
        _bench.Server.Script = call =>
        {
            if (call.Target.StartsWith("/data/$batch", StringComparison.Ordinal)) written = true;
            return call.Method == "GET" ? written ? new FinanceReply(503, "") : FinanceReply.List()
                : call.Target.StartsWith("/data/$batch", StringComparison.Ordinal) ? FinanceReply.ChangeSet("{}", "{}", "{}", "{}") : new FinanceReply(201, $$"""{"dataAreaId":"usmf",{{Header()}}}""");
        };

        Assert.Contains("RO-1", Assert.IsType<WriteOutcome.Unknown>(await Returns.CreateAsync(Reference, Document, Ct)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_shows_the_header_and_the_lines()
    {
        var plan = Returns.Plan(Reference, Document);

        Assert.Equal(["data/ReturnOrderHeadersV2?cross-company=true", "data/$batch?cross-company=true"], plan.Select(call => call.Target));
        Assert.Equal(4, plan[1].Body!.AsArray().Count);
        Assert.Empty(_bench.Server.Calls);
    }

    [Fact]
    public async Task A_sweep_lists_all_open_returns_by_number_with_everything_that_counts()
    {
        string[] numbers = [.. Enumerable.Range(1, 11).Select(number => $"RO-{number:00}")];
        _bench.Server.Script = call => call.Target.StartsWith("/data/ReturnOrderLinesV2", StringComparison.Ordinal) ? FinanceReply.List(Line(1, "MUG-01", -2, 3m, "1", number: "RO-01"), Line(2, "PEN-10", -1, 3m, "", number: "RO-05x"))
            : call.Target.StartsWith("/data/SalesInvoiceHeadersV4", StringComparison.Ordinal) ? FinanceReply.List(Note("CIV-2", "RO-00"), Note("CIV-1", "RO-00"), Note("CIV-3", "RO-01"))
            : FinanceReply.List((call.Target.Contains("gt 'RO-10'", StringComparison.Ordinal) ? numbers[10..] : numbers[..10]).Select(number => Header(number)));

        var pages = new List<ChangePage>();
        await foreach (var page in Returns.ReturnsChangedSinceAsync(new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero), Ct)) pages.Add(page);

        Assert.Equal([.. numbers, "RO-00"], pages.SelectMany(page => page.Records).Select(record => record.Id));
        Assert.Equal([false, false, true], pages.Select(page => page.Last));
        Assert.Equal("credited\nCIV-1\nCIV-2", Assert.Single(pages[2].Records).Content);
        Assert.Contains("InvoiceDate ge 2026-03-01T00:00:00Z and TotalInvoiceAmount lt 0", _bench.Server.Calls[^1].Target, StringComparison.Ordinal);
        Assert.All(pages, page => Assert.True(page.IsWhole));
        Assert.Contains("(ReturnStatus eq Microsoft.Dynamics.DataEntities.ReturnStatusHeader'None' or ", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.Contains("R-1\tMUG-01\t-2\t-6\tAwaiting", pages[0].Records[0].Content!, StringComparison.Ordinal);
        Assert.DoesNotContain("PEN-10", pages[0].Records[4].Content!, StringComparison.Ordinal);
    }

    [Theory, InlineData("ReturnOrderHeadersV2", 1), InlineData("ReturnOrderLinesV2", 1), InlineData("SalesInvoiceHeadersV4", 2)]
    public async Task A_page_that_fails_ends_the_sweep_and_is_not_its_last(string set, int count)
    {
        _bench.Server.On((set, new FinanceReply(503, "")), ("ReturnOrderHeadersV2", FinanceReply.List(Header())), ("ReturnOrderLinesV2", FinanceReply.List(Lines())));

        var pages = new List<ChangePage>();
        await foreach (var page in Returns.ReturnsChangedSinceAsync(default, Ct)) pages.Add(page);

        Assert.IsType<WriteOutcome.Unavailable>(pages[^1].Failure);
        Assert.Equal((count, false), (pages.Count, pages.Exists(page => page.Last)));
    }

    [Theory]
    [InlineData("Awaiting", "Awaiting", ErpReturnState.Expected, 0)]
    [InlineData("Registered", "Quarantine", ErpReturnState.Expected, 0)]
    [InlineData("Received", "Awaiting", ErpReturnState.PartlyReceived, 1)]
    [InlineData("Received", "Invoiced", ErpReturnState.Received, 2)]
    [InlineData("Invoiced", "Canceled", ErpReturnState.Received, 1)]
    [InlineData("Canceled", "Canceled", ErpReturnState.Cancelled, 0)]
    public async Task The_goods_lines_say_how_far_a_return_is(string first, string second, ErpReturnState state, decimal received)
    {
        _bench.Server.On(
            ("ReturnOrderHeadersV2", FinanceReply.List(Header(reference: "by phone"))),
            ("ReturnOrderLinesV2", FinanceReply.List(Line(1, "MUG-01", -1, 3m, "", first), Line(2, "MUG-01", -1, 3m, "", second), Line(3, "SHIPPING", -1, 4m, "", second))));

        var found = Assert.IsType<ReadOutcome<FoundReturn>.Found>(await Returns.ReadReturnAsync("RO-1", Ct)).Value;

        Assert.Equal((state, received, "by phone"), (found.Return.State, found.Return.Received.Sum(line => line.Quantity), found.Return.Reference));
    }

    [Theory]
    [InlineData("", "XC1-1001/R", "CustomersOrderReference eq 'XC1-1001'")]
    [InlineData("000891", "by phone", "SalesOrderNumber eq '000891'")]
    public async Task Without_lots_the_requisition_or_our_reference_leads_to_the_sale(string requisition, string reference, string filter)
    {
        _bench.Server.On(
            ("ReturnOrderHeadersV2", FinanceReply.List(Header(reference: reference, requisition: requisition))),
            ("ReturnOrderLinesV2", FinanceReply.List(Line(1, "MUG-01", -1, 3m, ""))),
            ("SalesOrderHeadersV3", FinanceReply.List(OrderSamples.Header())), ("SalesOrderLines", FinanceReply.List(OrderSamples.Lines())));

        var found = Assert.IsType<ReadOutcome<FoundReturn>.Found>(await Returns.ReadReturnAsync("RO-1", Ct)).Value;

        Assert.Equal(["000891"], found.Orders);
        Assert.Contains(_bench.Server.Targets, target => target.Contains(filter, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lots_lead_to_the_sale_before_anything_else()
    {
        _bench.Server.On(
            ("ReturnOrderHeadersV2", FinanceReply.List(Header(reference: "XC1-9/R"))), ("ReturnOrderLinesV2", FinanceReply.List(Line(1, "MUG-01", -1, 3m, "", lot: "LOT-1"))),
            ("SalesOrderHeadersV3", FinanceReply.List(OrderSamples.Header())), ("SalesOrderLines", FinanceReply.List(OrderSamples.Lines())));

        Assert.Equal(["000891"], Assert.IsType<ReadOutcome<FoundReturn>.Found>(await Returns.ReadReturnAsync("RO-1", Ct)).Value.Orders);
        Assert.DoesNotContain(_bench.Server.Targets, target => target.Contains("XC1-9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_return_of_amounts_alone_brings_no_goods_back()
    {
        _bench.Server.On(("ReturnOrderHeadersV2", FinanceReply.List(Header())), ("ReturnOrderLinesV2", FinanceReply.List(Line(1, "SHIPPING", -1, 4.90m, "shipping"))));

        Assert.True(Assert.IsType<ReadOutcome<FoundReturn>.NotReady>(await Returns.ReadReturnAsync("RO-1", Ct)).Ignore);
        Assert.IsType<ReadOutcome<FoundReturn>.NotFound>(await Returns.ReadReturnAsync("RO-2", Ct));
    }

    private static string Note(string number, string order) => $"\"InvoiceNumber\":\"{number}\",\"InvoiceDate\":\"2026-03-09T12:00:00Z\",\"SalesOrderNumber\":\"{order}\",\"TotalInvoiceAmount\":-1";
}
