using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Tests.Unit.XCart.Protocol;
using Integration.XCart.Api55.Sweeping;
using Xunit;

namespace Integration.Tests.Unit.XCart.Api55;

public sealed class SweepingTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_changed_since_is_listed_whether_or_not_the_shop_leaves_out_older_orders(bool filters)
    {
        var shop = new ListedShop55(1) { Filters = filters };
        for (var id = 1; id <= 60; id++) shop.Orders[id] = new ListedShop55.Row($"{id}", 950 + id, id);

        var pages = await SweepAsync(shop, pageSize: 4);
        Assert.Equal(Enumerable.Range(50, 11).Select(id => $"{id}").Order(), pages.SelectMany(page => page.Records).Select(record => record.Id).Order());
        Assert.True(pages[^1].Last);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 3, 20, 0, TimeSpan.Zero), pages[0].SourceTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1010), pages[0].Records[0].ChangedAt);
    }

    [Fact]
    public async Task A_shop_that_leaves_out_older_orders_sends_fewer()
    {
        var sent = new List<int>();
        foreach (var filters in new[] { true, false })
        {
            var shop = new ListedShop55(1) { Filters = filters };
            for (var id = 1; id <= 100; id++) shop.Orders[id] = new ListedShop55.Row($"{id}", 905 + id, id);
            await SweepAsync(shop, pageSize: 50);
            sent.Add(shop.RowsSent);
        }

        // One more than changed: the filter is asked for from a second earlier, since versions may mean it exclusively.
        Assert.Equal([7, 50], sent);
    }

    [Fact]
    public async Task Every_change_before_the_sweep_is_found_whatever_changes_meanwhile()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var shop = new ListedShop55(seed) { Filters = seed % 3 == 0, OrdersByBoth = seed % 5 != 0 };
            var next = 1L;
            var clock = 1100L;
            for (; next <= 40; next++) shop.Orders[next] = new ListedShop55.Row($"{next}", 980 + random.Next(seed % 2 == 0 ? 60 : 6) * 5, random.Next(900));
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
                            changing.Orders[next] = new ListedShop55.Row($"{next}", clock, clock++);
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
    public async Task A_mass_update_within_one_second_is_listed_whole_by_the_orders_own_dates()
    {
        var shop = new ListedShop55(3);
        for (var id = 1; id <= 1000; id++) shop.Orders[id] = new ListedShop55.Row($"{id}", 1005, id / 2);

        Assert.Equal(1000, (await SweepAsync(shop, pageSize: 25)).SelectMany(page => page.Records).Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_mass_update_that_cannot_be_told_apart_is_said_and_not_half_listed()
    {
        var shop = new ListedShop55(3) { OrdersByBoth = false };
        for (var id = 1; id <= 300; id++) shop.Orders[id] = new ListedShop55.Row($"{id}", 1005, id);

        var last = (await SweepAsync(shop, pageSize: 25))[^1];
        Assert.False(last.Last);
        Assert.Contains("More than 100", Assert.IsType<WriteOutcome.Rejected>(last.Failure).Reasons[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_with_a_smaller_page_of_its_own_is_not_taken_for_a_short_list()
    {
        var shop = new ListedShop55(3) { Limit = 30 };
        for (var id = 1; id <= 200; id++) shop.Orders[id] = new ListedShop55.Row($"{id}", 1000 + id, id);

        Assert.Contains("pageSize", Assert.IsType<WriteOutcome.Rejected>((await SweepAsync(shop, pageSize: 50))[^1].Failure).Reasons[0].Message, StringComparison.Ordinal);
        Assert.True((await SweepAsync(shop, pageSize: 30))[^1].Last);
    }

    [Fact]
    public async Task A_shop_that_ignores_size_or_order_is_not_believed()
    {
        const string row = """{"id":{0},"order_number":"1","create_date":"2026-01-01T00:00:00+0000","update_date":"2026-01-0{1}T00:00:00+0000"}""";
        var many = string.Join(",", Enumerable.Range(1, 60).Select(id => row.Replace("{0}", $"{id}", StringComparison.Ordinal).Replace("{1}", "1", StringComparison.Ordinal)));
        var wrong = string.Join(",", Enumerable.Range(1, 2).Select(id => row.Replace("{0}", $"{id}", StringComparison.Ordinal).Replace("{1}", $"{id}", StringComparison.Ordinal)));

        foreach (var rows in new[] { many, wrong })
            Assert.IsType<WriteOutcome.Rejected>(Assert.Single(await SweepAsync(new ScriptedShop(_ => ScriptedShop.Json($"[{rows}]")), 25)).Failure);
        Assert.IsType<WriteOutcome.Unavailable>(Assert.Single(await SweepAsync(new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable)), 25)).Failure);
    }

    [Fact]
    public void A_page_can_begin_near_any_row()
    {
        for (var most = 25; most <= 100; most += 25)
        {
            for (var offset = 0; offset < 3000; offset++)
            {
                var (page, size) = PageCover.Of(offset, most);
                Assert.InRange(size, 1, most);
                Assert.InRange(offset, (page - 1) * size, (page * size) - 1);
                Assert.True((page * size) - offset >= most / 4, $"{offset} of pages of {most}: only {(page * size) - offset} rows");
            }
        }
    }

    [Fact]
    public async Task Recent_orders_are_listed_by_their_placement()
    {
        var shop = new ListedShop55(1);
        for (var id = 1; id <= 30; id++) shop.Orders[id] = new ListedShop55.Row(id % 10 == 0 ? null : $"{id}", 5000 - id, 980 + id);
        var asked = new ScriptedShop(request =>
        {
            if (request.ApiPath != "orders") return ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found");
            // The list is asked for by another order; the stand-in here only knows the one by change.
            foreach (var (id, row) in shop.Orders.ToList()) shop.Orders[id] = row with { ChangedAt = row.PlacedAt };
            return shop.Answer(request);
        });

        var recent = asked.Connector(ShopPairs.Shop55(new JsonObject { ["pageSize"] = 4 })).RecentOrders!;
        var found = new List<string>();
        await foreach (var page in recent.PlacedSinceAsync(Since, TestContext.Current.CancellationToken)) found.AddRange(page.Records.Select(record => record.Id));
        Assert.Equal(Enumerable.Range(20, 11).Where(id => id % 10 != 0).Select(id => $"{id}").Order(), found.Order());
        Assert.Contains("order[date]=desc", asked.Requests[^1].Target, StringComparison.Ordinal);
    }

    private static Task<List<ChangePage>> SweepAsync(ListedShop55 shop, int pageSize) => SweepAsync(new ScriptedShop(shop.Answer), pageSize);

    private static async Task<List<ChangePage>> SweepAsync(ScriptedShop shop, int pageSize)
    {
        var connector = shop.Connector(ShopPairs.Shop55(new JsonObject { ["pageSize"] = pageSize }));
        var pages = new List<ChangePage>();
        await foreach (var page in connector.Orders.ChangedSinceAsync(Since, TestContext.Current.CancellationToken)) pages.Add(page);
        return pages;
    }
}
