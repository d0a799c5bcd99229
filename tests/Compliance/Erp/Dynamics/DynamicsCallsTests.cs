using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>What a new order and its payment cost Finance and Operations in the steady state, called as the lanes call; and that the sweep after it has nothing to read.</summary>
public sealed class DynamicsCallsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public async Task An_order_with_its_payment_is_two_calls_or_three_where_the_ERP_numbers_and_the_sweep_shows_what_the_write_showed(bool ownNumbers, int calls)
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers);
        await RunAsync(erp, "1001");
        var order = Sample("1002");
        var document = await erp.DocumentAsync(order);
        var before = await erp.CallsAsync();

        var echo = await RunAsync(erp, order, document);

        Assert.Equal(calls, await erp.CallsAsync() - before);
        Assert.Single(await erp.OrdersAsync(order.Reference));
        Assert.Single(await erp.DocumentsAsync("XC1-T1002"));
        before = await erp.CallsAsync();
        var listed = new List<ChangedRecord>();
        await foreach (var page in erp.Erp.Fulfilment.OrdersChangedSinceAsync(default, Ct)) listed.AddRange(page.Records);
        Assert.Equal(echo.Listed, Assert.Single(listed, record => record.Id == echo.Id).Content);
        // A page of headers and its lines, however many orders are on it.
        Assert.Equal(2, await erp.CallsAsync() - before);
    }

    private static async Task RunAsync(DynamicsErp erp, string number)
    {
        var order = Sample(number);
        await RunAsync(erp, order, await erp.DocumentAsync(order));
    }

    private static async Task<ErpOrderProgress> RunAsync(DynamicsErp erp, Order order, JsonObject document)
    {
        if (!erp.Erp.Capabilities.UniqueOrderReference) Assert.IsType<LookOutcome.NotFound>(await erp.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
        var done = Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.True(erp.Erp.Payments!.IsNew(done.Ref));
        Assert.IsType<WriteOutcome.Done>(await DynamicsMoney.BookAsync(erp.Erp, order, done.Ref, $"XC1-T{order.Number}", isFirst: true, Ct));
        return ErpOrderProgress.OfEcho(done.Echo)!;
    }

    private static Order Sample(string number) => OrderSamples.Of(number, "USD", ("MUG-01", 1m, 9m), ("PEN-10", 2m, 12m));
}
