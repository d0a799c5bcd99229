using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Api55;

public sealed class ReadingTests
{
    private static readonly Shown55 Whole = new("110");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_read_with_the_reading_token_in_a_header_and_never_in_an_address()
    {
        var shop = Whole.Shop();
        Assert.Equal("XC1-7", Assert.IsType<ReadOutcome<Order>.Found>(await ReadAsync(shop)).Value.Reference);

        Assert.Equal(
            ["/store/api/orders/8", "/store/api/orders/8/details?page=1&itemsPerPage=100", "/store/api/orders/8/payment_transactions?page=1&itemsPerPage=100", "/store/api/profiles/13"],
            shop.Requests.Select(request => request.Target).Order(StringComparer.Ordinal));
        Assert.All(shop.Requests, request => Assert.Equal((ScriptedShop.ReadKey, "application/json"), (request.Headers["X-AUTH-TOKEN"], request.Headers["Accept"])));
    }

    [Fact]
    public async Task What_is_not_wanted_costs_no_call()
    {
        var shop = Whole.Shop();
        var connector = shop.Connector(ShopPairs.Shop55(new JsonObject { ["orderDetails"] = false, ["guestsByLogin"] = false }));

        Assert.IsType<ReadOutcome<Order>.Found>(await connector.Orders.ReadAsync(ShopPairs.Pair(), "8", Ct));
        Assert.Equal(2, shop.Requests.Count);
    }

    [Fact]
    public async Task An_account_is_asked_for_once_and_a_guest_each_time()
    {
        var registered = new Shown55("220");
        var shop = registered.Shop();
        var connector = shop.Connector(ShopPairs.Shop55());

        for (var round = 0; round < 2; round++) Assert.False(Assert.IsType<ReadOutcome<Order>.Found>(await connector.Orders.ReadAsync(ShopPairs.Pair(), registered.Id, Ct)).Value.Customer.IsGuest);
        Assert.Single(shop.Requests, request => request.ApiPath.StartsWith("profiles/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Details_of_add_ons_become_custom_fields()
    {
        var shop = new ScriptedShop(asked => asked.ApiPath == "orders/8/details"
            ? ScriptedShop.Json("""[{"id":1,"name":"delivery_date","value":"2026-12-24"},{"id":2,"name":"card_number","value":"4111"}]""")
            : Whole.Answer(asked)!);

        var fields = Assert.IsType<ReadOutcome<Order>.Found>(await ReadAsync(shop)).Value.CustomFields;
        Assert.Equal("2026-12-24", fields["details.delivery_date"]);
        Assert.DoesNotContain("details.card_number", fields.Keys);
    }

    [Fact]
    public async Task Missing_fields_and_lists_with_gaps_are_tolerated()
    {
        var shop = Whole.Shop(order =>
        {
            order.Remove("used_coupons");
            order.Remove("tracking_numbers");
            order.Remove("admin_notes");
            order["items"] = new JsonObject { ["0"] = order["items"]![0]!.DeepClone(), ["2"] = order["items"]![2]!.DeepClone() };
        });

        Assert.Equal(2, Assert.IsType<ReadOutcome<Order>.Found>(await ReadAsync(shop)).Value.Lines.Count);
    }

    [Theory]
    [InlineData("New York", 595, "US", "NY")]
    [InlineData("québec", 12, "CA", "QC")]
    [InlineData("Bayern", 3, "DE", "Bayern")]
    [InlineData("Beijing", 412, "CN", "11")]
    [InlineData("", 413, "CN", "12")]
    [InlineData("", null, "PL", "")]
    public async Task States_get_their_codes_back(string name, int? id, string country, string expected)
    {
        var lookups = new JsonObject { ["shop-states"] = new JsonObject { ["CN:Beijing"] = "11", ["CN:#413"] = "12" } };
        var shop = Whole.Shop(order =>
        {
            order["billing_address"]!["country_code"] = country;
            order["billing_address"]!["state_name"] = name;
            order["billing_address"]!["state"] = id;
        });

        var outcome = await shop.Connector(ShopPairs.Shop55()).Orders.ReadAsync(ShopPairs.Pair(lookups: lookups), "8", Ct);
        Assert.Equal(expected, Assert.IsType<ReadOutcome<Order>.Found>(outcome).Value.BillingAddress.State);
    }

    [Fact]
    public async Task A_half_made_order_is_read_again_later()
    {
        Action<JsonObject>[] marks =
        [
            order => order["stock_status"] = "",
            order => order["shipping_status"] = null,
            // The shop shows the order's own copy of the customer until the account is set.
            order => order["customer_id"] = order["order_profile_id"]!.DeepClone(),
        ];
        foreach (var mark in marks)
        {
            var shop = new ScriptedShop(asked =>
            {
                var answer = Whole.Answer(asked, mark)!;
                answer.Headers.Remove("Date");
                answer.Headers.TryAddWithoutValidation("Date", "Sat, 21 Nov 2026 03:17:00 +0000");
                return answer;
            });
            Assert.False(Assert.IsType<ReadOutcome<Order>.NotReady>(await ReadAsync(shop)).Ignore);
            Assert.Single(shop.Requests);
        }
    }

    [Fact]
    public async Task A_cart_does_not_concern_us_even_where_the_shop_breaks_on_it()
    {
        Assert.True(Assert.IsType<ReadOutcome<Order>.NotReady>(await ReadAsync(Whole.Shop(order => order["order_number"] = null))).Ignore);
        var breaking = new ScriptedShop(asked => asked.ApiPath == "carts/8" ? ScriptedShop.Json("""{"id":8}""") : ScriptedShop.Problem(HttpStatusCode.InternalServerError, "Internal Server Error"));
        Assert.True(Assert.IsType<ReadOutcome<Order>.NotReady>(await ReadAsync(breaking)).Ignore);
    }

    [Fact]
    public async Task An_error_for_one_order_only_is_that_orders_fault()
    {
        var one = new ScriptedShop(asked => asked.ApiPath == "orders" ? ScriptedShop.Json("[]") : ScriptedShop.Problem(HttpStatusCode.InternalServerError, "Internal Server Error"));
        Assert.IsType<ReadOutcome<Order>.Unreadable>(await ReadAsync(one));
        Assert.IsType<WriteOutcome.Unavailable>(Failure(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.InternalServerError, "Internal Server Error")))));
    }

    [Fact]
    public async Task Refusals_and_failures_say_what_they_are()
    {
        Assert.IsType<ReadOutcome<Order>.NotFound>(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"))));
        Assert.IsType<WriteOutcome.Denied>(Failure(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Page(HttpStatusCode.NotFound)))));
        Assert.IsType<WriteOutcome.Denied>(Failure(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.Unauthorized, "Invalid credentials.")))));
        Assert.IsType<WriteOutcome.Denied>(Failure(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.Found, ("Location", "https://www.example.com/"))))));
        Assert.IsType<WriteOutcome.Unavailable>(Failure(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Json("<html>")))));
        var rejected = Assert.IsType<ReadOutcome<Order>.Unreadable>(await ReadAsync(new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.BadRequest, "Order of anna@example.com is odd"))));
        Assert.Contains("is odd", rejected.Reasons[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", rejected.Reasons[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tokens_are_not_in_the_call_log()
    {
        using var log = CallLog.Begin();
        await ReadAsync(Whole.Shop());
        await ReadAsync(new ScriptedShop(_ => ScriptedShop.Problem(HttpStatusCode.Forbidden, $"bad token {ScriptedShop.ReadKey}")));

        Assert.Equal(5, log.Calls.Count);
        Assert.All(log.Calls, (OutsideCall call) => Assert.DoesNotContain("-key-", call.Target + call.Note, StringComparison.Ordinal));
    }

    private static Task<ReadOutcome<Order>> ReadAsync(ScriptedShop shop) => shop.Connector(ShopPairs.Shop55()).Orders.ReadAsync(ShopPairs.Pair(), "8", Ct);

    private static WriteOutcome Failure(ReadOutcome<Order> outcome) => Assert.IsType<ReadOutcome<Order>.Failed>(outcome).Outcome;
}
