using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.SalesOrders;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderCreationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_of_our_number_is_one_call_with_header_and_lines_together()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);
        bench.Server.On(("$batch", Stored("XC1-1001")));

        var done = Assert.IsType<WriteOutcome.Done>(await bench.Orders().CreateAsync(Reference, Document(), Ct));

        var call = Assert.Single(bench.Server.Calls);
        Assert.Equal(4, call.Body.Split("Content-ID: ").Length - 1);
        Assert.Contains("POST https://shop.operations.dynamics.example/data/SalesOrderHeadersV3?cross-company=true HTTP/1.1", call.Body, StringComparison.Ordinal);
        Assert.Equal(3, call.Body.Split("POST https://shop.operations.dynamics.example/data/SalesOrderLines?cross-company=true HTTP/1.1").Length - 1);
        Assert.Contains("Zürich", call.Body, StringComparison.Ordinal);
        Assert.Equal(("XC1-1001", "XC1-1001"), (done.Ref.Id, done.Ref.Number));
        var progress = ErpOrderProgress.OfEcho(done.Echo)!;
        Assert.Equal((ErpOrderStatus.Open, 14.90m, 2), (progress.Status, progress.Content!.Total, progress.Content.Lines.Count));
        Assert.Equal([("LOT-1", "MUG-01", 2m), ("LOT-2", "BOOK", 1m)], progress.Content.Lines.Select(line => (line.Id, line.Sku, line.Quantity)));
    }

    [Fact]
    public async Task An_order_that_the_erp_numbers_makes_its_lines_over_the_new_header()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", Stored("000891")));

        Assert.Equal("000891", Assert.IsType<WriteOutcome.Done>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Ref.Id);
        var body = Assert.Single(bench.Server.Calls).Body;
        Assert.Equal(3, body.Split("POST $1/SalesOrderLines?cross-company=true HTTP/1.1").Length - 1);
        Assert.DoesNotContain("\"SalesOrderNumber\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stored_otherwise_is_told_field_by_field()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", FinanceReply.ChangeSet(
            Record(Header().Replace("\"OrderTotalChargesAmount\":0", "\"OrderTotalChargesAmount\":2", StringComparison.Ordinal)),
            Record(Line(1, "MUG-01", 2, 8.10m, "1")), Record(Line(2, "BOOK", 1, 1, "2").Replace("\"SalesTaxGroupCode\":\"\",\"SalesTaxItemGroupCode\":\"\"", "\"SalesTaxGroupCode\":\"CA\",\"SalesTaxItemGroupCode\":\"ALL\"", StringComparison.Ordinal)),
            Record(Line(3, "SHIPPING", 1, 4.90m, "shipping")))));

        var differs = Assert.IsType<WriteOutcome.Differs>(await bench.Orders().CreateAsync(Reference, Document(), Ct));

        Assert.Equal("000891", differs.Ref.Id);
        Assert.Equal(["lines[0].LineAmount", "lines[1].SalesTaxItemGroupCode", "header.OrderTotalChargesAmount"], differs.Fields.Select(field => field.Field));
        Assert.Contains("Wanted 9, F&O has 8.1", differs.Fields[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_made_and_hangs_on_no_order_is_missing()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", FinanceReply.ChangeSet(
            Record(Header()), Record(Line(1, "MUG-01", 2, 9, "1")), Record(Line(2, "BOOK", 1, 1, "2", number: "")), Record(Line(3, "SHIPPING", 1, 4.90m, "shipping")))));

        var differs = Assert.IsType<WriteOutcome.Differs>(await bench.Orders().CreateAsync(Reference, Document(), Ct));

        Assert.Equal("lines[1]", Assert.Single(differs.Fields).Field);
    }

    [Fact]
    public async Task Answers_without_records_are_read_back()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);
        bench.Server.On(("$batch", FinanceReply.ChangeSet("", "", "", "")), ("SalesOrderHeadersV3", FinanceReply.List(Header("XC1-1001"))), ("SalesOrderLines", FinanceReply.List(Lines("XC1-1001"))));

        Assert.IsType<WriteOutcome.Done>(await bench.Orders().CreateAsync(Reference, Document(), Ct));
        Assert.Equal(3, bench.Server.Calls.Count);
    }

    [Fact]
    public async Task A_refused_line_is_named_with_its_item()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", FinanceReply.Refused(400, "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: The value 'BOOK' in field 'Item number' is not found.; Error: Update has been canceled.")));

        var reason = Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Reasons);

        Assert.Equal("lines[1].ItemNumber", reason.Field);
        Assert.Contains("BOOK", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_does_not_name_the_item_is_told_by_the_calls_number()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", FinanceReply.Refused(400, "Write failed. Infolog: Error: Inventory dimension Site is mandatory and must consequently be specified.", failedCall: 4)));

        var reason = Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Reasons);

        Assert.Equal("lines[2].ShippingSiteId", reason.Field);
        Assert.EndsWith("(item SHIPPING).", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_that_takes_no_lines_of_a_new_header_is_told_the_way_out()
    {
        using var bench = new FinanceBench();
        bench.Server.On(("$batch", FinanceReply.Refused(404, "No HTTP resource was found that matches the request URI.")));

        Assert.Contains(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Reasons, reason => reason.Message.Contains("numbering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_number_that_is_ours_already_is_found_by_a_look()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);
        bench.Server.On(("$batch", FinanceReply.Refused(400, "Infolog: Error: Cannot create a record in Sales orders. Sales order: XC1-1001. The record already exists.", 1)),
            ("SalesOrderHeadersV3", FinanceReply.List(Header("XC1-1001"))), ("SalesOrderLines", FinanceReply.List(Lines("XC1-1001"))));

        Assert.Equal("XC1-1001", Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Ref.Id);

        var dearer = Document();
        dearer["lines"]![0]!["LineAmount"] = 10m;
        Assert.Equal("lines[0].LineAmount", Assert.Single(Assert.IsType<WriteOutcome.Differs>(await bench.Orders().CreateAsync(Reference, dearer, Ct)).Fields).Field);
    }

    [Fact]
    public async Task A_refusal_that_a_look_does_not_explain_stays_one()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);
        bench.Server.On(("$batch", FinanceReply.Refused(400, "Infolog: Error: Number sequence does not allow manual numbers.", 1)));

        Assert.Contains("manual", Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CreateAsync(Reference, Document(), Ct)).Reasons[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_erp_took_itself_ends_the_promise_of_unique_numbers()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);
        var unique = new UniqueNumber(true);
        bench.Server.On(("$batch", Stored("000891")));

        var differs = Assert.IsType<WriteOutcome.Differs>(await bench.Orders(unique).CreateAsync(Reference, Document(), Ct));

        Assert.Contains(differs.Fields, field => field.Message.Contains("manual", StringComparison.Ordinal));
        Assert.False(unique.Holds);
    }

    [Fact]
    public async Task A_document_that_must_not_be_sent_is_not()
    {
        using var bench = new FinanceBench();
        var document = Document();
        document["lines"] = new JsonArray();

        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CreateAsync(Reference, document, Ct));
        Assert.Empty(bench.Server.Calls);
    }

    [Fact]
    public async Task A_cut_answer_is_unknown()
    {
        using var bench = new FinanceBench();
        var whole = Stored("000891");
        bench.Server.On(("$batch", whole with { Body = whole.Body[..300] }));

        Assert.IsType<WriteOutcome.Unknown>(await bench.Orders().CreateAsync(Reference, Document(), Ct));
    }

    [Fact]
    public void A_plan_shows_the_calls_and_sends_none()
    {
        using var bench = new FinanceBench(FinanceBench.OwnNumbers);

        var planned = Assert.Single(bench.Orders().Plan(Reference, Document()));

        Assert.Equal(("POST", "data/$batch?cross-company=true", 4), (planned.Method, planned.Target, planned.Body!.AsArray().Count));
        Assert.Empty(bench.Server.Calls);
    }

    private static FinanceReply Stored(string number) => FinanceReply.ChangeSet([Record(Header(number)), .. Lines(number).Select(Record)]);
}
