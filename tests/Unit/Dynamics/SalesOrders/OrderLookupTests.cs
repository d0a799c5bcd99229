using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.SalesOrders;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderLookupTests : IDisposable
{
    private readonly FinanceBench _bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_there_is_not_found_with_one_call()
    {
        Assert.IsType<LookOutcome.NotFound>(await _bench.Orders().FindAsync(Reference, Document(), Ct));

        Assert.Contains("$filter=dataAreaId eq 'usmf' and CustomersOrderReference eq 'XC1-1001'&", Assert.Single(_bench.Server.Targets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_as_it_was_meant_is_the_same()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(Lines())));

        Assert.Equal("000891", Assert.IsType<LookOutcome.Same>(await _bench.Orders().FindAsync(Reference, Document(), Ct)).Ref.Id);
    }

    [Fact]
    public async Task Another_order_that_a_wildcard_finds_is_not_ours()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())));

        Assert.IsType<LookOutcome.NotFound>(await _bench.Orders().FindByReferenceAsync("XC1-1*", Ct));
        Assert.DoesNotContain("$top", Assert.Single(_bench.Server.Targets), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_orders_with_one_reference_are_for_a_person_and_end_the_promise_of_unique_numbers()
    {
        var unique = new UniqueNumber(true);
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header("000891"), Header("000892"))));

        var different = Assert.IsType<LookOutcome.Different>(await _bench.Orders(unique).FindByReferenceAsync(Reference, Ct));

        Assert.Contains("000891, 000892", different.Fields[0].Message, StringComparison.Ordinal);
        Assert.False(unique.Holds);
    }

    [Fact]
    public async Task A_cancelled_order_is_not_what_was_meant()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header(status: "Canceled", processing: "Canceled"))), ("SalesOrderLines", FinanceReply.List(Lines(status: "Canceled"))));

        Assert.Equal("header.SalesOrderStatus", Assert.Single(Assert.IsType<LookOutcome.Different>(await _bench.Orders().FindAsync(Reference, Document(), Ct)).Fields).Field);
    }

    [Fact]
    public async Task Missing_and_further_lines_are_named()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())),
            ("SalesOrderLines", FinanceReply.List(Line(1, "MUG-01", 3, 9, "1"), Line(2, "OTHER", 1, 1, "2"), Line(3, "SHIPPING", 1, 4.90m, "shipping"))));

        var fields = Assert.IsType<LookOutcome.Different>(await _bench.Orders().FindAsync(Reference, Document(), Ct)).Fields;

        Assert.Equal(["lines[0].OrderedSalesQuantity", "lines[1]", "lines"], fields.Select(field => field.Field));
        Assert.Contains("BOOK", fields[1].Message, StringComparison.Ordinal);
        Assert.Contains("OTHER", fields[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_differs_is_named_without_its_value_by_a_comparison_only()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header().Replace("Zürich", "Genève", StringComparison.Ordinal))), ("SalesOrderLines", FinanceReply.List(Lines())));

        Assert.IsType<LookOutcome.Same>(await _bench.Orders().FindAsync(Reference, Document(), Ct));
        var different = Assert.IsType<LookOutcome.Different>(await _bench.Orders().CompareAsync("000891", Reference, Document(), Ct));
        Assert.Equal("header.DeliveryAddressCity", Assert.Single(different.Fields).Field);
        Assert.DoesNotContain("Genève", different.Fields[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_another_reference_is_different()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Header())), ("SalesOrderLines", FinanceReply.List(Lines())));

        Assert.Equal("header.CustomersOrderReference", Assert.Single(Assert.IsType<LookOutcome.Different>(await _bench.Orders().CompareAsync("000891", "XC1-7", Document(), Ct)).Fields).Field);
    }

    [Fact]
    public async Task A_failed_look_is_no_finding()
    {
        _bench.Server.Script = _ => new FinanceReply(200, "<html/>");

        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<LookOutcome.Failed>(await _bench.Orders().FindAsync(Reference, Document(), Ct)).Outcome);
    }

    public void Dispose() => _bench.Dispose();
}
