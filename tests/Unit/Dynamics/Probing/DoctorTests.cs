using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Probing;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Probing;

public sealed class DoctorTests : IDisposable
{
    private readonly FinanceBench _bench = new(FinanceBench.Usual with { Warehouse = "11", Site = "1" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Doctor Doctor => new(_bench.Client, _bench.Definition, _bench.Settings, new Clock());

    [Fact]
    public async Task A_good_environment_has_nothing_wrong_and_nothing_is_written()
    {
        _bench.Server.Script = Good;

        var findings = await Doctor.ExamineAsync(Ct);

        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
        Assert.Contains(findings, finding => finding is { Check: "credentials", Level: ProbeLevel.Ok });
        Assert.Equal(5, findings.Count(finding => finding is { Check: "order-items", Level: ProbeLevel.Ok }));
        Assert.Contains(findings, finding => finding.Check == "unique-reference");
        Assert.All(_bench.Server.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task An_empty_company_is_a_failure_and_not_good_news()
    {
        Assert.Contains(await Doctor.ExamineAsync(Ct), finding => finding is { Check: "legal-entity", Level: ProbeLevel.Failed } && finding.Message.Contains("usmf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_named_with_what_to_make()
    {
        _bench.Server.Script = call => call.Target.StartsWith("/data/Warehouses", StringComparison.Ordinal) || call.Target.StartsWith("/data/CustomerGroups", StringComparison.Ordinal) ? FinanceReply.List()
            : call.Target.Contains("ItemNumber eq 'SHIPPING'", StringComparison.Ordinal) ? FinanceReply.List("\"ItemNumber\":\"SHIPPING\",\"ProductType\":\"Item\"")
            : Good(call);

        var findings = await Doctor.ExamineAsync(Ct);

        foreach (var missing in (string[])["setting customerGroup", "setting warehouse", "setting site"])
            Assert.Contains(findings, finding => finding.Level == ProbeLevel.Failed && finding.Message.StartsWith(missing, StringComparison.Ordinal) && finding.Fix.Contains("create it", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Check: "order-items", Level: ProbeLevel.Warning } && finding.Message.Contains("SHIPPING", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Check: "order-items", Level: ProbeLevel.Failed } && finding.Message.Contains("SALESTAX", StringComparison.Ordinal) && finding.Fix.Contains("Service", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_the_environment_lacks_is_named()
    {
        _bench.Server.Script = call => call.Target.StartsWith("/data/SalesOrderHeadersV3", StringComparison.Ordinal)
            ? new FinanceReply(400, """{"error":{"code":"","message":"Could not find a property named 'OverrideSalesTax' on type 'SalesOrderHeaderV3'."}}""")
            : Good(call);

        Assert.Contains(await Doctor.ExamineAsync(Ct), finding => finding is { Check: "sales-orders", Level: ProbeLevel.Failed } && finding.Message.Contains("OverrideSalesTax", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_environment_that_keeps_no_shipment_journal_is_told()
    {
        _bench.Server.Script = call => call.Target.StartsWith("/data/PackingSlipTrackingInformation", StringComparison.Ordinal) ? FinanceReply.List("\"SalesOrderNumber\":\"000891\"") : Good(call);

        Assert.Contains(await Doctor.ExamineAsync(Ct), finding => finding is { Check: "packing-slips", Level: ProbeLevel.Warning } && finding.Fix.Contains("sales", StringComparison.Ordinal));
    }

    [Theory, InlineData(404, "(404)"), InlineData(403, "(403)")]
    public async Task Return_orders_that_cannot_be_read_are_a_warning_because_only_their_lane_needs_them(int status, string words)
    {
        _bench.Server.Script = call => call.Target.StartsWith("/data/ReturnOrderHeadersV2", StringComparison.Ordinal) ? new FinanceReply(status, "") : Good(call);

        var findings = await Doctor.ExamineAsync(Ct);

        Assert.Contains(findings, finding => finding is { Check: "return-orders", Level: ProbeLevel.Warning } && finding.Message.Contains(words, StringComparison.Ordinal) && finding.Fix.Contains("lane", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Check: "return-order-lines", Level: ProbeLevel.Ok });
        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
    }

    [Fact]
    public async Task A_refused_sign_in_is_all_that_is_said()
    {
        _bench.Server.Script = _ => new FinanceReply(401, "");

        var finding = Assert.Single(await Doctor.ExamineAsync(Ct));

        Assert.Equal(("credentials", ProbeLevel.Failed), (finding.Check, finding.Level));
    }

    [Fact]
    public async Task Targets_of_lookups_are_checked()
    {
        _bench.Server.On(("DeliveryModesV2", FinanceReply.List("\"ModeCode\":\"GROUND\"")));

        var findings = await Doctor.ExamineLookupsAsync(JsonNode.Parse("""{"delivery-modes":{"codes":{"Ground":"GROUND","Drone":"DRONE"}}}""")!.AsObject(), Ct);

        Assert.Equal([ProbeLevel.Ok, ProbeLevel.Failed], findings.Select(finding => finding.Level));
        Assert.Contains("DRONE", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_of_payment_that_the_lookup_leads_to_are_checked()
    {
        _bench.Server.On(("CustomerPaymentMethods", FinanceReply.List("\"Name\":\"CARD\"")));

        var findings = await Doctor.ExamineLookupsAsync(JsonNode.Parse("""{"payment-methods":{"codes":{"Card":"CARD","Bitcoin":"COIN"}}}""")!.AsObject(), Ct);

        Assert.Equal([ProbeLevel.Ok, ProbeLevel.Failed], findings.Select(finding => finding.Level));
        Assert.Contains("Methods of payment", findings[1].Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, ProbeLevel.Warning, 0)]
    [InlineData("WebPay", null, ProbeLevel.NotChecked, 2)]
    [InlineData("WebPay", "WebJrn", ProbeLevel.NotChecked, 4)]
    public async Task Journals_are_read_where_money_is_booked(string? journal, string? general, ProbeLevel level, int read)
    {
        using var bench = new FinanceBench(FinanceBench.Usual with { Payments = new PaymentSettings { Journal = journal, GeneralJournal = general } });
        bench.Server.Script = Good;

        var findings = await new Doctor(bench.Client, bench.Definition, bench.Settings, new Clock()).ExamineAsync(Ct);

        Assert.Contains(findings, finding => finding.Check == "payment-journals" && finding.Level == level);
        Assert.Equal(read, bench.Server.Targets.Count(target => target.StartsWith("/data/LedgerJournal", StringComparison.Ordinal) || target.StartsWith("/data/CustomerPaymentJournal", StringComparison.Ordinal)));
    }

    public void Dispose() => _bench.Dispose();

    private static FinanceReply Good(FinanceCall call) =>
        call.Target.Contains("ItemNumber eq 'SHIPPING'", StringComparison.Ordinal) ? FinanceReply.List(new OrderItems().All().Select(item => $"\"ItemNumber\":\"{item.Item}\",\"ProductType\":\"Service\""))
        : call.Target.StartsWith("/data/ReleasedProductsV2", StringComparison.Ordinal) ? FinanceReply.List("\"ItemNumber\":\"MUG-01\"")
        : call.Target.StartsWith("/data/Warehouses?", StringComparison.Ordinal) ? FinanceReply.List("\"WarehouseId\":\"11\",\"OperationalSiteId\":\"1\"")
        : call.Target.StartsWith("/data/CustomerGroups", StringComparison.Ordinal) ? FinanceReply.List("\"CustomerGroupId\":\"WEB\"")
        : FinanceReply.List();

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero);
    }
}
