using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes.Returns;

public sealed class WantedReturnsTests
{
    private static readonly ReturnLane Lane = new() { Triggers = [ReturnTrigger.Returned, ReturnTrigger.Named] };
    private static readonly HashSet<string> None = [];

    [Fact]
    public void A_returned_order_wants_everything_and_a_shipped_one_nothing()
    {
        var order = ReturnTesting.Order();

        Assert.Null(WantedReturns.Next(Lane, order, new ReturnsOfOrder(), None));
        var wanted = WantedReturns.Next(Lane, Returned(order), new ReturnsOfOrder(), None)!;

        Assert.Equal(("R", true), (wanted.Id, wanted.Charges));
        Assert.Equal([("1", 2m), ("2", 1m)], wanted.Lines.Select(line => (line.Key, line.Value)));
    }

    [Fact]
    public void What_the_ERP_took_back_itself_is_not_wanted_again_although_the_shop_shows_it()
    {
        var all = Known(ReturnTesting.InErp("12", "", ErpReturnState.Received, new ReturnedQuantity("MUG-01", 2), new ReturnedQuantity("TEE-RED-S", 1)));
        var mugs = Known(ReturnTesting.InErp("12", "", ErpReturnState.Expected, new ReturnedQuantity("MUG-01", 2)));
        var given = Known(ReturnTesting.InErp("12", "", ErpReturnState.Cancelled, new ReturnedQuantity("MUG-01", 2)));

        Assert.Null(WantedReturns.Next(Lane, Returned(ReturnTesting.Order()), all, None));
        Assert.Equal([("2", 1m)], WantedReturns.Next(Lane, Returned(ReturnTesting.Order()), mugs, None)!.Lines.Select(line => (line.Key, line.Value)));
        Assert.Equal(2, WantedReturns.Next(Lane, Returned(ReturnTesting.Order()), given, None)!.Lines.Count);
    }

    [Fact]
    public void A_return_of_the_shop_that_the_ERP_tells_back_is_counted_once()
    {
        var order = Returned(ReturnTesting.Order());
        var sent = ReturnTesting.Frame(order) with { Id = "N1", Lines = [new GoodsReturnLine("1", "MUG-01", "Mug", 1, 10m)] };
        var known = Known(ReturnTesting.InErp("12", sent.Reference, ErpReturnState.Received, new ReturnedQuantity("MUG-01", 1))) with
        {
            FromShop = new() { ["N1"] = new ShopReturn(sent) },
        };

        Assert.Equal([("1", 1m), ("2", 1m)], WantedReturns.Next(Lane, order, known, None)!.Lines.Select(line => (line.Key, line.Value)));
    }

    [Fact]
    public void Named_returns_say_what_and_whether_shipping_and_why_not()
    {
        OrderReturn[] named =
        [
            new() { Id = "1", Lines = [new ReturnedQuantity("mug-01", 1)], Shipping = true, Reason = "damaged" }, new() { Id = "2", Lines = [new ReturnedQuantity("MUG-01", 3)] },
            new() { Id = "3", Lines = [new ReturnedQuantity("NOPE", 1)] },
        ];
        var order = ReturnTesting.Order() with { Returns = named };

        var first = WantedReturns.Next(Lane, order, new ReturnsOfOrder(), None)!;
        var second = WantedReturns.Next(Lane, order, new ReturnsOfOrder(), new HashSet<string> { "N1" })!;
        var third = WantedReturns.Next(Lane, order, new ReturnsOfOrder(), new HashSet<string> { "N1", "N2" })!;

        Assert.Equal(("N1", "damaged", true, 1m, 0), (first.Id, first.Reason, first.Charges, first.Lines["1"], first.Problems.Count));
        Assert.Contains("1 more than is left", Assert.Single(second.Problems), StringComparison.Ordinal);
        Assert.Contains("no line NOPE", Assert.Single(third.Problems), StringComparison.Ordinal);
        Assert.Null(WantedReturns.Next(new ReturnLane(), order, new ReturnsOfOrder(), None));
    }

    [Fact]
    public void A_refund_in_full_counts_only_where_the_pair_says_so()
    {
        var order = ReturnTesting.Order() with { PaymentStatus = PaymentStatus.Refunded };

        Assert.Null(WantedReturns.Next(Lane, order, new ReturnsOfOrder(), None));
        Assert.NotNull(WantedReturns.Next(Lane with { Triggers = [ReturnTrigger.Refunded] }, order, new ReturnsOfOrder(), None));
    }

    [Fact]
    public void A_status_set_back_or_a_changed_note_no_longer_says_what_was_sent()
    {
        var order = ReturnTesting.Order();
        var sent = ReturnTesting.Frame(order) with { Id = "N1", Lines = [new GoodsReturnLine("1", "MUG-01", "Mug", 1, 10m)] };

        Assert.True(WantedReturns.StillSays(Lane, Returned(order), ReturnTesting.Frame(order)));
        Assert.False(WantedReturns.StillSays(Lane, order, ReturnTesting.Frame(order)));
        Assert.True(WantedReturns.StillSays(Lane, order with { Returns = [new OrderReturn { Id = "1", Lines = [new ReturnedQuantity("MUG-01", 1)] }] }, sent));
        Assert.False(WantedReturns.StillSays(Lane, order with { Returns = [new OrderReturn { Id = "1", Lines = [new ReturnedQuantity("MUG-01", 2)] }] }, sent));
    }

    [Theory]
    [InlineData(0, FulfilmentStatus.Unknown), InlineData(1, FulfilmentStatus.PartlyReturned), InlineData(2, FulfilmentStatus.Returned)]
    public void The_shop_is_shown_what_was_received_over_all_returns(int received, FulfilmentStatus status)
    {
        var known = Known(
            ReturnTesting.InErp("12", "", received > 0 ? ErpReturnState.Received : ErpReturnState.Expected, new ReturnedQuantity("MUG-01", 2)),
            ReturnTesting.InErp("13", "", received > 1 ? ErpReturnState.Received : ErpReturnState.Expected, new ReturnedQuantity("TEE-RED-S", 1)));

        Assert.Equal(status, known.Status);
    }

    private static Order Returned(Order order) => order with { FulfilmentStatus = FulfilmentStatus.Returned };

    private static ReturnsOfOrder Known(params ErpReturn[] returns) => new() { InErp = returns.ToDictionary(one => one.Id, one => new SeenReturn(1, one)) };
}
