using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Contracts.Shipments;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

public sealed class OrderReturnTests : IAsyncLifetime
{
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task Goods_that_come_back_are_shown_after_the_shipment_and_a_repeated_or_older_word_changes_nothing()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Shipped("S1"));
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 1, FulfilmentStatus.PartlyReturned));
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 2, FulfilmentStatus.Returned));
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 2, FulfilmentStatus.Returned));
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 1, FulfilmentStatus.PartlyReturned));

        var shown = await _saga.ExpectAsync<SetFulfilmentStatus>(3);

        Assert.Equal([FulfilmentStatus.Shipped, FulfilmentStatus.PartlyReturned, FulfilmentStatus.Returned], shown.OrderBy(set => set.Revision).Select(set => set.Status));
    }

    [Fact]
    public async Task What_is_told_late_of_a_shipment_does_not_hide_that_the_goods_came_back()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 1, FulfilmentStatus.Returned));
        await _saga.GivenAsync(Shipped("S1"));
        await _saga.GivenAsync(new InvoicePosted(_saga.Key, "INV1"));
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 2, FulfilmentStatus.Returned));

        Assert.Single(await _saga.ExpectAsync<AddTracking>());
        Assert.DoesNotContain(await _saga.ExpectAsync<SetFulfilmentStatus>(), set => set.Status is FulfilmentStatus.Shipped && !Says(set, "invoiced"));
    }

    [Fact]
    public async Task A_return_that_overtakes_the_acceptance_is_shown_after_it()
    {
        await _saga.GivenAsync(new OrderReturned(_saga.Key, 1, FulfilmentStatus.Returned));
        await _saga.GivenAsync(Shipped("S1"));
        Assert.Empty(_saga.Sent.OfType<SetFulfilmentStatus>());

        await AcceptedAsync();

        Assert.Equal(FulfilmentStatus.Returned, Assert.Single(await _saga.ExpectAsync<SetFulfilmentStatus>()).Status);
    }

    // A row of the lookup of its own is no status.
    private static bool Says(SetFulfilmentStatus set, string row) => set.ToString().Contains(row, StringComparison.Ordinal);

    private async Task AcceptedAsync()
    {
        await _saga.GivenAsync(new OrderPlaced(_saga.Key, 1, SampleOrder.With(_saga.Key), "sweep"));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", new RecordRef(Entities.Order, "guid-1", "WO000123"), AlreadyThere: false));
    }

    private ShipmentPosted Shipped(string number) => new(_saga.Key, 1, new Shipment
    {
        Number = number, ShippedOn = new DateOnly(2026, 11, 21), Carrier = "GROUND", TrackingNumbers = ["T1"], Lines = [new ShipmentLine("1", "MUG-01", 3)],
    });
}
