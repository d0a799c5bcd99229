using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Sweeping;

public sealed class ChangedOrdersTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1000);

    [Fact]
    public async Task What_changed_since_is_listed_over_pages_with_the_shops_time()
    {
        var shop = new ListedShop(1);
        for (var id = 1; id <= 20; id++) shop.Orders[id] = new ListedShop.Row($"{id}", 990 + id);

        var pages = await SweepAsync(shop, pageSize: 4);
        Assert.Equal(Enumerable.Range(10, 11).Select(id => $"{id}").Order(), pages.SelectMany(page => page.Records).Select(record => record.Id).Order());
        Assert.True(pages[^1].Last);
        Assert.All(pages.SkipLast(1), page => Assert.False(page.Last));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 3, 20, 0, TimeSpan.Zero), pages[0].SourceTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1010), pages[0].Records[0].ChangedAt);
    }

    [Fact]
    public async Task Rows_without_number_are_left_out()
    {
        var shop = new ListedShop(1) { Orders = { [1] = new ListedShop.Row(null, 1001), [2] = new ListedShop.Row("2", 1002) } };

        Assert.Equal("2", Assert.Single((await SweepAsync(shop)).SelectMany(page => page.Records)).Id);
    }

    [Fact]
    public async Task Every_change_before_the_sweep_is_found_whatever_changes_meanwhile()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var shop = new ListedShop(seed);
            var next = 1L;
            var clock = 1100L;
            for (; next <= 40; next++) shop.Orders[next] = new ListedShop.Row($"{next}", 980 + random.Next(seed % 2 == 0 ? 60 : 6) * 5);
            var expected = shop.Orders.Where(order => order.Value.ChangedAt >= 1000).Select(order => order.Key).ToHashSet();
            shop.BetweenPages = changing =>
            {
                for (var change = random.Next(4); change > 0 && changing.Pages < 40; change--)
                {
                    var victim = changing.Orders.Keys.ElementAt(random.Next(changing.Orders.Count));
                    switch (random.Next(3))
                    {
                        case 0: // deleted: it needs not be found any more
                            changing.Orders.Remove(victim);
                            expected.Remove(victim);
                            break;
                        case 1: // changed: the next sweep finds it
                            changing.Orders[victim] = changing.Orders[victim] with { ChangedAt = clock++ };
                            expected.Remove(victim);
                            break;
                        default:
                            changing.Orders[next] = new ListedShop.Row($"{next}", clock++);
                            next++;
                            break;
                    }
                }
            };

            var pages = await SweepAsync(shop, pageSize: 2 + random.Next(6));
            Assert.True(pages[^1].Last, $"seed {seed}: {pages[^1].Failure}");
            var found = pages.SelectMany(page => page.Records).Select(record => long.Parse(record.Id, CultureInfo.InvariantCulture)).ToHashSet();
            Assert.True(expected.IsSubsetOf(found), $"seed {seed}: missed {string.Join(", ", expected.Except(found))}");
        }
    }

    [Fact]
    public async Task A_mass_update_within_one_second_is_listed_whole()
    {
        var shop = new ListedShop(3);
        for (var id = 1; id <= 300; id++) shop.Orders[id] = new ListedShop.Row($"{id}", 1005);

        Assert.Equal(300, (await SweepAsync(shop, pageSize: 10)).SelectMany(page => page.Records).Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_shop_that_ignores_the_limit_is_not_believed()
    {
        var rows = string.Join(",", Enumerable.Range(1, 60).Select(id => $$"""{"order_id":{{id}},"orderNumber":"{{id}}","date":1,"lastRenewDate":{{2000 - id}}}"""));

        Assert.IsType<WriteOutcome.Rejected>(Assert.Single(await SweepAsync(new ScriptedShop(_ => ScriptedShop.Json($"[{rows}]")), 50)).Failure);
    }

    [Fact]
    public async Task A_shop_that_ignores_the_order_is_not_believed()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Json("""[{"order_id":1,"orderNumber":"1","date":1,"lastRenewDate":1001},{"order_id":2,"orderNumber":"2","date":1,"lastRenewDate":1002}]"""));

        Assert.IsType<WriteOutcome.Rejected>(Assert.Single(await SweepAsync(shop, 50)).Failure);
    }

    [Fact]
    public async Task A_page_that_fails_ends_the_sweep_without_a_last_page()
    {
        var shop = new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable));

        var page = Assert.Single(await SweepAsync(shop, 50));
        Assert.IsType<WriteOutcome.Unavailable>(page.Failure);
        Assert.False(page.Last);
    }

    [Fact]
    public async Task An_empty_shop_gives_one_last_page()
    {
        var page = Assert.Single(await SweepAsync(new ListedShop(1)));

        Assert.True(page.Last);
        Assert.Empty(page.Records);
    }

    private static Task<List<ChangePage>> SweepAsync(ListedShop shop, int pageSize = 50) => SweepAsync(new ScriptedShop(shop.Answer), pageSize);

    private static async Task<List<ChangePage>> SweepAsync(ScriptedShop shop, int pageSize)
    {
        var connector = shop.Connector(ShopPairs.Shop(new JsonObject { ["pageSize"] = pageSize }));
        var pages = new List<ChangePage>();
        await foreach (var page in connector.Orders.ChangedSinceAsync(Since, TestContext.Current.CancellationToken)) pages.Add(page);
        return pages;
    }
}
