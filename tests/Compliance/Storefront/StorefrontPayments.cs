using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Reading an order's money, for every storefront connector that tells what went on at the payment provider.</summary>
public abstract class StorefrontPayments
{
    private protected abstract Task<StorefrontStage> StageAsync();

    /// <summary>Staff act on an order's payment.</summary>
    private protected abstract Task ActAsync(StorefrontStage stage, string id, string action, decimal? amount = null);

    /// <summary>Places an order whose amount is reserved only.</summary>
    private protected abstract Task<string> AuthoriseAsync(StorefrontStage stage, string currency = "USD");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_at_once_is_one_capture_whose_key_stays()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());

        var first = Assert.Single(PaymentEntries.Of(await ReadAsync(stage, id)));
        await stage.NoteAsync(id, "seen");
        var again = await ReadAsync(stage, id);

        Assert.Equal((PaymentEntryKind.Capture, again.Total, "Stripe", "USD"), (first.Kind, first.Amount, first.Method, first.Currency));
        Assert.Equal(first, Assert.Single(PaymentEntries.Of(again)));
        Assert.Equal($"XC1-{again.Payments[0].Id}", first.Key);
    }

    [Fact]
    public async Task Captures_and_refunds_in_parts_are_read_one_by_one_even_where_no_stamp_moves()
    {
        await using var stage = await StageAsync();
        var id = await AuthoriseAsync(stage);
        Assert.Empty(PaymentEntries.Of(await ReadAsync(stage, id)));
        Assert.Equal(PaymentState.Authorised, (await ReadAsync(stage, id)).Payments[0].State);

        await ActAsync(stage, id, "capture", 10.01m);
        await ActAsync(stage, id, "capture", 5m);
        await ActAsync(stage, id, "refund", 1.50m);
        await ActAsync(stage, id, "refund", 2m);

        var order = await ReadAsync(stage, id);
        Assert.Equal([(PaymentEntryKind.Capture, 10.01m), (PaymentEntryKind.Capture, 5m), (PaymentEntryKind.Refund, 1.50m), (PaymentEntryKind.Refund, 2m)], PaymentEntries.Of(order).Select(entry => (entry.Kind, entry.Amount)));
        Assert.Equal((15.01m, 3.50m), (order.Payments[0].Captured, order.Payments[0].Refunded));
        Assert.Equal(4, PaymentEntries.Of(order).Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(PaymentOperationKind.PartialCapture, order.Payments[0].Operations[1].Kind);
    }

    [Fact]
    public async Task A_reservation_that_was_given_up_moved_no_money_and_an_undone_payment_is_a_void()
    {
        await using var stage = await StageAsync();
        var givenUp = await AuthoriseAsync(stage);
        var undone = await stage.PlaceAsync(new StagedOrder());

        await ActAsync(stage, givenUp, "void");
        await ActAsync(stage, undone, "void");

        Assert.Empty(PaymentEntries.Of(await ReadAsync(stage, givenUp)));
        Assert.Equal([PaymentEntryKind.Capture, PaymentEntryKind.Void], PaymentEntries.Of(await ReadAsync(stage, undone)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Amounts_are_in_the_orders_currency_with_its_decimals()
    {
        await using var stage = await StageAsync();
        foreach (var currency in stage.Features.Currencies)
        {
            var id = await AuthoriseAsync(stage, currency);
            await ActAsync(stage, id, "capture");
            var order = await ReadAsync(stage, id);
            var entry = Assert.Single(PaymentEntries.Of(order));
            Assert.Equal((order.Total, currency), (entry.Amount, entry.Currency));
        }
    }

    [Fact]
    public async Task A_day_lists_what_moved_on_it_in_the_pairs_zone_and_nothing_of_other_days()
    {
        await using var stage = await StageAsync();
        var pair = On(stage.Pair) with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };
        var id = await stage.PlaceAsync(new StagedOrder());
        var placed = DayOf(stage, pair);
        stage.Advance(TimeSpan.FromDays(1));
        var refunded = DayOf(stage, pair);
        await ActAsync(stage, id, "refund", 1m);

        var first = await ListAsync(stage, pair, placed);
        var second = await ListAsync(stage, pair, refunded);

        Assert.Equal([PaymentEntryKind.Capture], first.Select(payment => payment.Entry.Kind));
        Assert.Equal([(PaymentEntryKind.Refund, 1m)], second.Select(payment => (payment.Entry.Kind, payment.Entry.Amount)));
        Assert.Equal(id, second[0].Order.Key.OrderId);
        Assert.Empty(await ListAsync(stage, pair, placed.AddDays(-1)));
    }

    private static DateOnly DayOf(StorefrontStage stage, PairDefinition pair) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(stage.ShopTime, pair.TimeZone).DateTime);

    private static PairDefinition On(PairDefinition pair) => pair with { Lanes = new PairLanes { Payments = new PaymentLane() }, Lookups = new JsonObject() };

    private static async Task<Order> ReadAsync(StorefrontStage stage, string id) =>
        Assert.IsType<ReadOutcome<Order>.Found>(await stage.Storefront.Orders.ReadAsync(On(stage.Pair), id, Ct)).Value;

    private static async Task<List<StorePayment>> ListAsync(StorefrontStage stage, PairDefinition pair, DateOnly day)
    {
        var listed = new List<StorePayment>();
        await foreach (var page in stage.Storefront.Payments!.ListByDayAsync(pair, day, Ct))
        {
            Assert.Null(page.Failure);
            listed.AddRange(page.Payments);
            if (page.Last) return listed;
        }

        throw new InvalidOperationException("No page was the last.");
    }
}
