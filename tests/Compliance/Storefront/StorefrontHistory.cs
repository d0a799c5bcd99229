using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Listing the orders of the past, for every storefront connector that can.</summary>
public abstract class StorefrontHistory
{
    private protected abstract Task<StorefrontStage> StageAsync();

    [Fact]
    public async Task Every_order_placed_since_is_listed_and_no_cart_and_nothing_older()
    {
        await using var stage = await StageAsync();
        var old = await stage.PlaceAsync(new StagedOrder());
        stage.Advance(TimeSpan.FromMinutes(10));
        var since = stage.ShopTime;
        var placed = new List<string>();
        for (var count = 0; count < 14; count++) placed.Add(await stage.PlaceAsync(new StagedOrder()));
        var cart = await stage.LeaveCartAsync();
        // A change does not make an old order a new one.
        await stage.NoteAsync(old, "changed");

        var found = await AllAsync(stage, since);
        Assert.Equal(placed.Order(StringComparer.Ordinal), found.Where(id => id != cart).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(cart, found);
    }

    [Fact]
    public async Task Nothing_that_stands_still_is_missed_while_orders_come_and_go_also_between_two_processes()
    {
        await using var stage = await StageAsync();
        var since = stage.ShopTime;
        var all = new List<string>();
        for (var count = 0; count < 24; count++) all.Add(await stage.PlaceAsync(new StagedOrder()));
        var untouched = all.ToHashSet();

        var found = new HashSet<string>();
        var shares = new List<double>();
        var (pages, cursor) = (0, (string?)null);
        do
        {
            var page = Assert.IsType<ListedPage.Read>(await stage.Storefront.OrderHistory!.PageAsync(since, cursor, TestContext.Current.CancellationToken));
            found.UnionWith(page.Ids);
            if (page.Share is { } share) shares.Add(share);
            cursor = page.Next;
            if (++pages > 4) continue;
            var seen = all.First(id => found.Contains(id) && untouched.Contains(id));
            await stage.DeleteAsync(seen);
            untouched.Remove(seen);
            await stage.PlaceAsync(new StagedOrder());
        }
        while (cursor is not null);

        Assert.True(pages > 2, "The stage must list in several pages for this test to mean anything.");
        Assert.Subset(found, untouched);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public async Task A_shop_that_is_down_or_throttles_says_so_and_the_same_page_can_be_asked_for_again()
    {
        await using var stage = await StageAsync();
        var placed = await stage.PlaceAsync(new StagedOrder());
        var since = stage.ShopTime.AddHours(-1);
        stage.Make(Trouble.Down);
        Assert.IsType<WriteOutcome.Unavailable>(Assert.IsType<ListedPage.Failed>(await stage.Storefront.OrderHistory!.PageAsync(since, null, TestContext.Current.CancellationToken)).Outcome);

        stage.Heal();
        Assert.Contains(placed, await AllAsync(stage, since));
    }

    private static async Task<List<string>> AllAsync(StorefrontStage stage, DateTimeOffset since)
    {
        var (found, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = Assert.IsType<ListedPage.Read>(await stage.Storefront.OrderHistory!.PageAsync(since, cursor, TestContext.Current.CancellationToken));
            found.AddRange(page.Ids);
            cursor = page.Next;
        }
        while (cursor is not null);
        return [.. found.Distinct()];
    }
}
