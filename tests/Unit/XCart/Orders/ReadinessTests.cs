using Integration.Tests.Unit.XCart.Recorded;
using Integration.XCart.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Setup;
using Xunit;

namespace Integration.Tests.Unit.XCart.Orders;

public sealed class ReadinessTests
{
    private const string Whole = "110";
    private static readonly XCartSettings Settings = new();

    [Theory]
    [InlineData("430")]
    [InlineData("440")]
    [InlineData("250")]
    [InlineData("442")]
    public void Carts_and_orders_never_finished_do_not_concern_us(string name)
    {
        var order = RecordedOrders.Stored(name);

        Assert.True(Readiness.Of(order.Placement, PlacedAgo(order, 3600), Settings, hinted: false)?.Ignore);
    }

    [Fact]
    public void A_whole_order_of_some_seconds_is_ready()
    {
        var order = RecordedOrders.Stored(Whole);

        Assert.Null(Readiness.Of(order.Placement, PlacedAgo(order, 5), Settings, hinted: false));
        Assert.False(Readiness.Of(order.Placement, PlacedAgo(order, 4), Settings, hinted: false)?.Ignore);
    }

    [Fact]
    public void A_whole_order_that_the_add_on_tells_of_is_ready_at_once_unless_the_pair_file_says_otherwise()
    {
        var order = RecordedOrders.Stored(Whole);

        Assert.Null(Readiness.Of(order.Placement, PlacedAgo(order, 0), Settings, hinted: true));
        Assert.False(Readiness.Of(order.Placement, PlacedAgo(order, 2), Settings with { MinimumAge = TimeSpan.FromSeconds(3) }, hinted: true)?.Ignore);
    }

    [Fact]
    public void The_marks_of_a_half_made_order_make_it_wait()
    {
        var order = RecordedOrders.Stored(Whole);
        StoredOrder[] halfMade = [order with { StockStatus = "" }, order with { Customer = null }, order with { ShippingStatus = null }, order with { ShippingStatus = new StoredStatus("") }];

        Assert.All(halfMade, half => Assert.False(Readiness.Of(half.Placement, PlacedAgo(half, 60), Settings, hinted: true)?.Ignore));
    }

    [Fact]
    public void An_imported_order_that_never_took_stock_is_taken_in_the_end()
    {
        var order = RecordedOrders.Stored(Whole) with { StockStatus = "" };

        Assert.Null(Readiness.Of(order.Placement, PlacedAgo(order, 121), Settings, hinted: false));
    }

    private static DateTimeOffset PlacedAgo(StoredOrder order, int seconds) => DateTimeOffset.FromUnixTimeSeconds(order.PlacedAt + seconds);
}
