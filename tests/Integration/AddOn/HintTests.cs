using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>The add-on's sender against the gateway's receiver.</summary>
[Collection(PhpShopTests.Name)]
public sealed class HintTests(PhpShop shop)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Other = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0";

    [Theory, InlineData("54"), InlineData("55")]
    public async Task A_checkout_becomes_a_look(string edition)
    {
        await using var receiver = await StartAsync(Secret);
        await ConfigureAsync(receiver, Secret);

        await shop.DoAsync($"checkout?order=8&edition={edition}");
        Assert.Equal("1 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));

        Assert.Equal(["shop-erp order 8 hint"], await receiver.LooksAsync());
        Assert.Equal("D 202 1", await OutboxAsync());
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task A_hint_that_no_lane_reads_is_delivered_and_leaves_nothing(string edition)
    {
        await using var receiver = await StartAsync(Secret);
        await ConfigureAsync(receiver, Secret);

        await shop.DoAsync($"sale?kind=Product&id=1&edition={edition}");
        Assert.Equal("1 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));

        Assert.Empty(await receiver.LooksAsync());
        Assert.Equal("D 204 1", await OutboxAsync());
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task The_test_button_tells_a_right_secret_from_a_wrong_one(string edition)
    {
        await using var receiver = await StartAsync(Secret);
        foreach (var (secret, seen) in new[] { (Secret, "info: ErpBridge: The gateway answered: HTTP 204"), (Other, "error: ErpBridge: The gateway answered: HTTP 401") })
        {
            await ConfigureAsync(receiver, secret);
            Assert.Equal(seen, (string?)(await shop.DoAsync($"button?edition={edition}"))![0]);
        }

        Assert.Empty(await receiver.LooksAsync());
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task A_wrong_secret_is_tried_again_by_the_schedule_until_it_is_right(string edition)
    {
        await using var receiver = await StartAsync(Secret);
        await ConfigureAsync(receiver, Other);
        await shop.DoAsync($"checkout?order=8&edition={edition}");
        var message = await shop.OneAsync("SELECT CONCAT(messageId, body) FROM xlite_erp_bridge_outbox");

        foreach (var (attempt, pause) in new[] { (1, 10), (2, 30), (3, 60), (4, 300), (5, 900), (6, 3600), (7, 3600) })
        {
            var before = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            Assert.Equal("0 delivered, 1 to be tried again", await shop.ScheduleAsync(edition));
            var due = long.Parse(await shop.OneAsync("SELECT dueAt FROM xlite_erp_bridge_outbox"), System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(due, before + pause, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + pause);
            Assert.Equal($"N 401 {attempt}", await OutboxAsync());
            // Not due yet.
            Assert.Equal("0 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));
            await shop.SqlAsync("UPDATE xlite_erp_bridge_outbox SET dueAt = 1");
        }

        Assert.Empty(await receiver.LooksAsync());
        await ConfigureAsync(receiver, Secret);
        Assert.Equal("1 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));
        Assert.Equal(message, await shop.OneAsync("SELECT CONCAT(messageId, body) FROM xlite_erp_bridge_outbox"));
        Assert.Equal(["shop-erp order 8 hint"], await receiver.LooksAsync());
    }

    [Theory]
    [InlineData(Other, Secret, Secret, "")]
    [InlineData(Other, "", Other, Secret)]
    [InlineData(Secret, "", Other, Secret)]
    [InlineData(Other, Secret, Other, Secret)]
    public async Task No_hint_is_refused_while_a_secret_is_replaced(string known, string knownOld, string sent, string sentOld)
    {
        await using var receiver = await StartAsync(known, knownOld);
        await ConfigureAsync(receiver, sent, sentOld);

        foreach (var edition in new[] { "54", "55" })
        {
            await shop.DoAsync($"checkout?order=8&edition={edition}");
            Assert.Equal("1 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));
        }
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task What_was_not_delivered_while_the_gateway_was_away_arrives_later(string edition)
    {
        await using (var away = await StartAsync(Secret)) await ConfigureAsync(away, Secret);
        foreach (var order in new[] { 8, 9, 10 }) await shop.DoAsync($"checkout?order={order}&edition={edition}");
        // Whoever does not answer is asked once per run, not once per hint.
        Assert.Equal("0 delivered, 1 to be tried again", await shop.ScheduleAsync(edition));

        await using var receiver = await HintReceiver.StartAsync(shop, Secret);
        await ConfigureAsync(receiver, Secret);
        await shop.SqlAsync("UPDATE xlite_erp_bridge_outbox SET dueAt = 1");
        Assert.Equal("3 delivered, 0 to be tried again", await shop.ScheduleAsync(edition));

        await Eventually.TrueAsync(async () => (await receiver.LooksAsync()).Count == 3, "every order is marked");
    }

    private async Task<HintReceiver> StartAsync(string secret, string oldSecret = "")
    {
        await shop.OpenAsync(null, "INSERT INTO xlite_products (product_id, sku, amount) VALUES (1, 'A', 100)", "INSERT INTO xlite_orders (order_id) VALUES (8), (9), (10)");
        return await HintReceiver.StartAsync(shop, secret, oldSecret);
    }

    private Task ConfigureAsync(HintReceiver receiver, string secret, string oldSecret = "") => shop.ConfigureAsync(new JsonObject
    {
        ["endpoint"] = receiver.Endpoint.ToString(), ["secret"] = secret, ["old_secret"] = oldSecret, ["atomic_stock"] = "1", ["hint_order_placed"] = "1", ["hint_product_changed"] = "1",
    });

    /// <summary>State, status and attempts of the only hint.</summary>
    private Task<string> OutboxAsync() => shop.OneAsync("SELECT CONCAT(state, ' ', lastStatus, ' ', attempts) FROM xlite_erp_bridge_outbox");
}
