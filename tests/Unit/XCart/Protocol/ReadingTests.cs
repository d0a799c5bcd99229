using System.Net;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Integration.Tests.Unit.XCart.Recorded;
using Xunit;

namespace Integration.Tests.Unit.XCart.Protocol;

public sealed class ReadingTests
{
    private const string Whole = "110";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_read_in_two_calls_with_the_read_key()
    {
        var shop = new ScriptedShop(Recorded);
        var outcome = await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct);

        Assert.Equal("XC1-7", Assert.IsType<ReadOutcome<Order>.Found>(outcome).Value.Reference);
        Assert.Equal(
            [
                "/store/admin.php?target=RESTAPI&_path=order/8&_key=ro-key-0002",
                "/store/admin.php?target=RESTAPI&_path=order/8&_schema=complex&_key=ro-key-0002",
            ],
            shop.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task The_age_of_an_order_goes_by_the_shops_clock()
    {
        var shop = new ScriptedShop(asked => ScriptedShop.Json(asked.IsComplex ? RecordedOrders.ComplexText(Whole) : RecordedOrders.DefaultText(Whole), "Sat, 21 Nov 2026 03:16:07 +0000"));

        Assert.False(Assert.IsType<ReadOutcome<Order>.NotReady>(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)).Ignore);
        Assert.Single(shop.Requests);
    }

    [Fact]
    public async Task The_body_null_means_not_found()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Json("null"));

        Assert.IsType<ReadOutcome<Order>.NotFound>(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("8/../9")]
    [InlineData("8&_method=delete")]
    public async Task An_id_that_is_no_number_is_never_sent(string id)
    {
        var shop = new ScriptedShop(Recorded);

        Assert.IsType<ReadOutcome<Order>.Unreadable>(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), id, Ct));
        Assert.Empty(shop.Requests);
    }

    [Fact]
    public async Task An_order_that_changes_between_the_two_calls_is_read_again_later()
    {
        var shop = new ScriptedShop(asked => ScriptedShop.Json(asked.IsComplex
            ? RecordedOrders.ComplexText(Whole).Replace("\"updateDate\": \"2026-11-21T03:16:05+00:00\"", "\"updateDate\": \"2026-11-21T03:16:09+00:00\"", StringComparison.Ordinal)
            : RecordedOrders.DefaultText(Whole)));

        Assert.False(Assert.IsType<ReadOutcome<Order>.NotReady>(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)).Ignore);
    }

    [Fact]
    public async Task A_redirect_names_the_shops_own_address_and_is_not_followed()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.Found, ("Location", "https://www.shop.example.com/admin.php")));

        var denied = Denied(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
        Assert.Contains("https://www.shop.example.com.", denied.Reason, StringComparison.Ordinal);
        Assert.Single(shop.Requests);
    }

    [Fact]
    public async Task A_refused_key_is_denied()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.Forbidden));

        Denied(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
        Assert.Single(shop.Requests);
    }

    [Fact]
    public async Task An_error_page_of_the_whole_shop_makes_it_unavailable()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.InternalServerError));

        Assert.IsType<WriteOutcome.Unavailable>(Failure(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)));
    }

    [Fact]
    public async Task An_error_page_for_one_order_only_is_that_orders_fault()
    {
        var shop = new ScriptedShop(asked =>
            asked.IsComplex ? ScriptedShop.Empty(HttpStatusCode.InternalServerError) :
            asked.Concerns("order/8") ? ScriptedShop.Json(RecordedOrders.DefaultText(Whole)) : ScriptedShop.Json("[]"));

        Assert.IsType<ReadOutcome<Order>.Unreadable>(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("{\"order_id\": 8, \"orderNumber\": \"7")]
    [InlineData("")]
    public async Task An_answer_that_is_not_json_says_nothing_about_the_order(string body)
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Json(body));

        Assert.IsType<WriteOutcome.Unavailable>(Failure(await shop.Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct)));
    }

    [Fact]
    public async Task The_key_is_not_in_the_call_log()
    {
        using var log = CallLog.Begin();
        await new ScriptedShop(Recorded).Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct);
        await new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.BadRequest, ("X-REST-Error", "bad key ro-key-0002 of anna@example.com"))).Connector().Orders.ReadAsync(ShopPairs.Pair(), "8", Ct);

        Assert.Equal(3, log.Calls.Count);
        Assert.All(log.Calls, call => Assert.DoesNotContain("-key-", call.Target + call.Note, StringComparison.Ordinal));
        Assert.All(log.Calls, call => Assert.DoesNotContain("anna@", call.Note, StringComparison.Ordinal));
        Assert.Contains("_path=order/8", log.Calls[0].Target, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Recorded(ScriptedShop.Asked asked) =>
        ScriptedShop.Json(asked.IsComplex ? RecordedOrders.ComplexText(Whole) : RecordedOrders.DefaultText(Whole));

    private static WriteOutcome Failure(ReadOutcome<Order> outcome) => Assert.IsType<ReadOutcome<Order>.Failed>(outcome).Outcome;

    private static WriteOutcome.Denied Denied(ReadOutcome<Order> outcome) => Assert.IsType<WriteOutcome.Denied>(Failure(outcome));
}
