using Integration.Connectors.Outcomes;
using Integration.Dynamics;
using Xunit;
using static Integration.Tests.Unit.Dynamics.SalesOrders.OrderSamples;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderCancellationTests
{
    private static readonly DynamicsSettings ByStatus = FinanceBench.Usual with { Cancellation = new Cancellation { By = CancelBy.Status } };
    private static readonly DynamicsSettings ByAction = FinanceBench.Usual with { Cancellation = new Cancellation { By = CancelBy.Action, CancelAction = "cancelOrder" } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_a_person_is_told_what_to_do_and_nothing_is_written()
    {
        using var bench = Bench(FinanceBench.Usual, "Backorder");

        Assert.Contains("000891", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CancelAsync("000891", Ct)).Reasons).Message, StringComparison.Ordinal);
        Assert.All(bench.Server.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task What_is_cancelled_already_needs_nothing()
    {
        using var bench = Bench(FinanceBench.Usual, "Canceled");

        Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders().CancelAsync("000891", Ct));
    }

    [Fact]
    public async Task What_has_left_is_not_cancelled()
    {
        using var bench = Bench(ByStatus, "Backorder", "PartiallyDelivered");

        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CancelAsync("000891", Ct));
        Assert.All(bench.Server.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task A_status_that_was_written_and_read_back_counts()
    {
        using var bench = Bench(ByStatus, "Backorder", after: "Canceled");

        Assert.IsType<WriteOutcome.Done>(await bench.Orders().CancelAsync("000891", Ct));
        Assert.Equal("""{"SalesOrderStatus":"Canceled"}""", Assert.Single(bench.Server.Calls, call => call.Method == "PATCH").Body);
    }

    [Fact]
    public async Task A_status_that_the_erp_ignored_does_not_count()
    {
        using var bench = Bench(ByStatus, "Backorder", after: "Backorder");

        Assert.Contains("cancellation", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CancelAsync("000891", Ct)).Reasons).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_of_the_environment_is_called_by_its_name()
    {
        using var bench = Bench(ByAction, "Backorder", after: "Canceled");

        Assert.IsType<WriteOutcome.Done>(await bench.Orders().CancelAsync("000891", Ct));
        Assert.Contains("/Microsoft.Dynamics.DataEntities.cancelOrder?", Assert.Single(bench.Server.Calls, call => call.Method == "POST").Target, StringComparison.Ordinal);
        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().ReopenAsync("000891", Ct));
    }

    [Fact]
    public async Task A_cancelled_order_is_opened_again_where_the_environment_can()
    {
        using var bench = Bench(ByStatus, "Canceled", after: "Backorder");

        Assert.IsType<WriteOutcome.Done>(await bench.Orders().ReopenAsync("000891", Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders().ReopenAsync("000891", Ct));
    }

    [Fact]
    public async Task An_order_that_is_not_there_is_told()
    {
        using var bench = new FinanceBench(ByStatus);

        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().CancelAsync("000891", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await bench.Orders().ReopenAsync("000891", Ct));
    }

    private static FinanceBench Bench(DynamicsSettings settings, string status, string processing = "Active", string? after = null)
    {
        var bench = new FinanceBench(settings);
        var written = false;
        bench.Server.Script = call =>
        {
            if (call.Method != "GET")
            {
                written = true;
                return new FinanceReply(204, "");
            }

            return call.Target.StartsWith("/data/SalesOrderHeaders", StringComparison.Ordinal) ? FinanceReply.List(Header(status: written ? after ?? status : status, processing: processing)) : FinanceReply.List(Lines());
        };
        return bench;
    }
}
