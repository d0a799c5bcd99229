using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Dynamics.Finance.Lists;
using Integration.Tests.Unit.Dynamics.Payments;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.Lists;

public sealed class SalesOrderListTests : IDisposable
{
    private readonly FinanceBench _bench = new(FinanceBench.Usual with { PageSize = 10 });
    private readonly PaymentBench _pairs = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Orders_of_the_shop_are_listed_by_their_day_with_the_sum_of_their_lines()
    {
        _bench.Server.On(
            ("SalesOrderHeadersV3", FinanceReply.List(
                Header(more: ",\"RequestedShippingDate\":\"2026-03-02T12:00:00Z\""), Header("000892", "Canceled", "Canceled"), Header("000893").Replace("XC1-", "XC2-", StringComparison.Ordinal),
                Header("RO-1").Replace("XC1-1001", "XC1-1001/R", StringComparison.Ordinal))),
            ("SalesOrderLines", FinanceReply.List([.. Lines(), Line(9, "MUG-01", 1, 5m, "9", "Canceled")])));

        var read = Assert.IsType<ListPage.Read>(await ReadAsync(null));

        Assert.Null(read.Next);
        Assert.Equal(
            [("XC1-1001", "000891", ListedStates.Active, 14.90m), ("XC1-1001", "000892", ListedStates.Cancelled, 0m)],
            read.Records.Select(record => (record.Key, record.Id, record.State, record.Amount!.Value)));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), read.Records[0].At);
        Assert.NotNull(read.Records[0].ChangedAt);
        Assert.Contains("RequestedShippingDate ge 2026-03-02T00:00:00Z and RequestedShippingDate lt 2026-03-04T00:00:00Z", _bench.Server.Calls[0].Target, StringComparison.Ordinal);
        Assert.Contains("SalesOrderNumber ge '000891' and SalesOrderNumber le '000892'", _bench.Server.Calls[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_along_the_order_number()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Enumerable.Range(1, 10).Select(number => Header($"{number:000000}")))));

        Assert.Equal("000010", Assert.IsType<ListPage.Read>(await ReadAsync(null)).Next);
        await ReadAsync("000010");

        Assert.Contains("SalesOrderNumber gt '000010'", _bench.Server.Calls[2].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_other_shops_is_no_end()
    {
        _bench.Server.On(("SalesOrderHeadersV3", FinanceReply.List(Enumerable.Range(1, 10).Select(number => Header($"{number:000000}").Replace("XC1-", "XC2-", StringComparison.Ordinal)))));

        var read = Assert.IsType<ListPage.Read>(await ReadAsync(null));

        Assert.Equal((0, "000010"), (read.Records.Count, read.Next));
    }

    [Theory]
    [InlineData("SalesOrderHeadersV3")]
    [InlineData("SalesOrderLines")]
    public async Task What_cannot_be_read_is_a_failure(string set)
    {
        _bench.Server.On((set, FinanceReply.Error(403, "No.")), ("SalesOrderHeadersV3", FinanceReply.List(Header())));

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ListPage.Failed>(await ReadAsync(null)).Outcome);
    }

    public void Dispose()
    {
        _bench.Dispose();
        _pairs.Dispose();
    }

    private Task<ListPage> ReadAsync(string? cursor) => new SalesOrderList(_bench.Client, _bench.Settings).PageAsync(
        new ListQuestion(_pairs.Pair, DaySpan.Of(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3), TimeZoneInfo.Utc), cursor), Ct);
}
