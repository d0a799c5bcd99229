using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>Listing changed orders, for every storefront connector.</summary>
public abstract class StorefrontSweeping
{
    private protected abstract Task<StorefrontStage> StageAsync();

    [Fact]
    public async Task Only_what_changed_since_is_listed()
    {
        await using var stage = await StageAsync();
        var old = await stage.PlaceAsync(new StagedOrder());
        var changed = await stage.PlaceAsync(new StagedOrder());
        stage.Advance(TimeSpan.FromMinutes(10));
        var since = stage.ShopTime;
        var placed = await stage.PlaceAsync(new StagedOrder());
        await stage.NoteAsync(changed, "changed");

        var found = await IdsAsync(stage, since);
        Assert.Contains(placed, found);
        Assert.Contains(changed, found);
        Assert.DoesNotContain(old, found);
    }

    [Fact]
    public async Task A_shop_without_changes_gives_one_last_empty_page()
    {
        await using var stage = await StageAsync();
        await stage.PlaceAsync(new StagedOrder());

        var page = Assert.Single(await SweepAsync(stage, stage.ShopTime.AddHours(1)));
        Assert.True(page.Last);
        Assert.Empty(page.Records);
    }

    [Fact]
    public async Task Nothing_is_missed_while_orders_change_come_and_go()
    {
        await using var stage = await StageAsync();
        var since = stage.ShopTime;
        var all = new List<string>();
        for (var count = 0; count < 24; count++) all.Add(await stage.PlaceAsync(new StagedOrder()));
        var untouched = all.ToHashSet();

        var found = new HashSet<string>();
        var round = 0;
        await foreach (var page in stage.Storefront.Orders.ChangedSinceAsync(since, TestContext.Current.CancellationToken))
        {
            Assert.Null(page.Failure);
            found.UnionWith(page.Records.Select(record => record.Id));
            if (++round > 4) continue;
            var seen = all.First(id => found.Contains(id) && untouched.Contains(id));
            await stage.DeleteAsync(seen);
            untouched.Remove(seen);
            if (all.FirstOrDefault(id => !found.Contains(id) && untouched.Contains(id)) is { } unseen)
            {
                await stage.NoteAsync(unseen, "changed meanwhile");
                untouched.Remove(unseen);
            }

            await stage.PlaceAsync(new StagedOrder());
        }

        Assert.True(round > 2, "The stage must list in several pages for this test to mean anything.");
        Assert.Subset(found, untouched);
    }

    [Fact]
    public async Task The_sweep_tells_the_shops_time()
    {
        await using var stage = await StageAsync();
        stage.Advance(TimeSpan.FromHours(3));
        var before = stage.ShopTime;

        var page = (await SweepAsync(stage, before))[0];
        Assert.InRange(page.SourceTime!.Value, before.AddSeconds(-2), stage.ShopTime.AddSeconds(1));
    }

    [Fact]
    public async Task A_sweep_of_a_shop_that_is_down_fails_without_a_last_page()
    {
        await using var stage = await StageAsync();
        stage.Make(Trouble.Down);

        var page = Assert.Single(await SweepAsync(stage, stage.ShopTime.AddHours(-1)));
        Assert.IsType<WriteOutcome.Unavailable>(page.Failure);
        Assert.False(page.Last);
    }

    private static async Task<HashSet<string>> IdsAsync(StorefrontStage stage, DateTimeOffset since) =>
        [.. (await SweepAsync(stage, since)).SelectMany(page => page.Records).Select(record => record.Id)];

    private static async Task<List<ChangePage>> SweepAsync(StorefrontStage stage, DateTimeOffset since)
    {
        var pages = new List<ChangePage>();
        await foreach (var page in stage.Storefront.Orders.ChangedSinceAsync(since, TestContext.Current.CancellationToken)) pages.Add(page);
        return pages;
    }
}
