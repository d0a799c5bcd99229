using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Reading one order, for every storefront connector.</summary>
public abstract class StorefrontReading
{
    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_placed_order_is_read_whole()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder { Lines = [("MUG-01", 2), ("PEN-10", 3)], Notes = "Ring twice" });

        var order = await FoundAsync(stage, id);
        Assert.Equal(new OrderKey(stage.Pair.Name, id), order.Key);
        Assert.Empty(OrderChecks.Problems(order));
        Assert.Equal([("MUG-01", 2m), ("PEN-10", 3m)], order.Lines.Select(line => (line.Sku, line.Quantity)));
        Assert.Equal((await stage.StateAsync(id)).Total, order.Total);
        Assert.Equal("Ring twice", order.Notes);
        Assert.Equal(PaymentStatus.Paid, order.PaymentStatus);
        Assert.Equal(FulfilmentStatus.New, order.FulfilmentStatus);
        Assert.Equal("anna@example.com", order.Customer.NormalisedEmail);
        Assert.Equal("NY", order.ShippingAddress?.State);
        Assert.InRange(order.PlacedAt, stage.ShopTime.AddHours(-1), stage.ShopTime);
    }

    [Fact]
    public async Task Letters_of_all_scripts_survive()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder { FirstName = "Łucja 王小明", LastName = "O'Brien \"Ω\" 😀", City = "Göttingen", State = "łódzkie", Country = "PL", Notes = "erste Zeile\n请按铃" });

        var order = await FoundAsync(stage, id);
        Assert.Equal("Łucja 王小明", order.BillingAddress.FirstName);
        Assert.Equal("O'Brien \"Ω\" 😀", order.BillingAddress.LastName);
        Assert.Equal(("Göttingen", "łódzkie", "PL"), (order.BillingAddress.City, order.BillingAddress.State, order.BillingAddress.Country));
        Assert.Equal("erste Zeile\n请按铃", order.Notes);
    }

    [Fact]
    public async Task Orders_add_up_in_every_currency_with_coupon_and_tax()
    {
        await using var stage = await StageAsync();
        foreach (var currency in stage.Features.Currencies)
        {
            for (var quantity = 1; quantity <= 7; quantity += 3)
            {
                var id = await stage.PlaceAsync(new StagedOrder { Currency = currency, Coupon = "SAVE10", Lines = [("MUG-01", quantity), ("PEN-10", 1), ("CABLE-USB-C", quantity + 1)] });
                var order = await FoundAsync(stage, id);
                Assert.Equal(currency, order.Currency);
                Assert.Equal(order.Total, order.ComputedTotal());
                Assert.Equal((await stage.StateAsync(id)).Total, order.Total);
                Assert.Equal("SAVE10", Assert.Single(order.Discounts).Coupon);
            }
        }
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_not_found()
    {
        await using var stage = await StageAsync();

        Assert.IsType<ReadOutcome<Order>.NotFound>(await stage.Storefront.Orders.ReadAsync(stage.Pair, "987654", Ct));
    }

    [Fact]
    public async Task A_deleted_order_is_not_found()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());
        await FoundAsync(stage, id);
        await stage.DeleteAsync(id);

        Assert.IsType<ReadOutcome<Order>.NotFound>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct));
    }

    [Fact]
    public async Task A_half_made_order_is_looked_at_again_later()
    {
        await using var stage = await StageAsync();
        Assert.SkipUnless(stage.Features.HalfMadeOrders, "This storefront shows no half-made orders.");
        var (id, finished) = await stage.PlaceHalfMadeAsync(new StagedOrder());

        Assert.False(Assert.IsType<ReadOutcome<Order>.NotReady>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct)).Ignore);
        await finished;
        await FoundAsync(stage, id);
    }

    [Fact]
    public async Task A_cart_does_not_concern_us()
    {
        await using var stage = await StageAsync();
        Assert.SkipUnless(stage.Features.CartsByOrderId, "This storefront does not show carts by an order's id.");

        Assert.True(Assert.IsType<ReadOutcome<Order>.NotReady>(await stage.Storefront.Orders.ReadAsync(stage.Pair, await stage.LeaveCartAsync(), Ct)).Ignore);
    }

    [Fact]
    public async Task Unpaid_and_cancelled_orders_say_so()
    {
        await using var stage = await StageAsync();
        var unpaid = await stage.PlaceAsync(new StagedOrder { Paid = false });
        var cancelled = await stage.PlaceAsync(new StagedOrder { Paid = false });
        await stage.CancelAsync(cancelled);

        Assert.Equal(PaymentStatus.Unpaid, (await FoundAsync(stage, unpaid)).PaymentStatus);
        Assert.Equal(PaymentStatus.Cancelled, (await FoundAsync(stage, cancelled)).PaymentStatus);
    }

    private static async Task<Order> FoundAsync(StorefrontStage stage, string id) =>
        Assert.IsType<ReadOutcome<Order>.Found>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct)).Value;
}
