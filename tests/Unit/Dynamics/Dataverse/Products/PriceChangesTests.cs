using System.Text.Json.Nodes;
using Integration.Dynamics.Dataverse.Products;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Products;

public sealed class PriceChangesTests
{
    private readonly SteppedTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_price_that_changed_came_or_went_names_its_product_until_a_later_moment_is_asked_for()
    {
        await using var bench = await RecordsBench.StartAsync(clock: _time);
        var changes = new PriceChanges(bench.Client, RecordsBench.PageSize);
        Step();
        Assert.Empty(await SinceAsync(changes, _time.GetUtcNow()));
        await PriceAsync(bench, "MUG-01", 9.95m);
        Step();
        await PriceAsync(bench, "MUG-02", null);
        await PriceAsync(bench, "DESK-01", 400m, "Wholesale");
        var since = _time.GetUtcNow();

        Assert.Equal(Ids("DESK-01", "MUG-01", "MUG-02"), await SinceAsync(changes, since.AddMinutes(-5)));
        Assert.Equal(Ids("DESK-01", "MUG-01", "MUG-02"), await SinceAsync(changes, since.AddMinutes(-5)));
        Step();
        Assert.Empty(await SinceAsync(changes, _time.GetUtcNow()));
    }

    [Fact]
    public async Task After_an_expired_token_everything_is_read_anew_and_nothing_is_missed()
    {
        await using var bench = await RecordsBench.StartAsync(clock: _time);
        var changes = new PriceChanges(bench.Client, RecordsBench.PageSize);
        Step();
        await SinceAsync(changes, _time.GetUtcNow());
        Step();
        var since = _time.GetUtcNow();
        await PriceAsync(bench, "MUG-01", 9.95m);
        await PriceAsync(bench, "MUG-02", null);
        _time.Step(TimeSpan.FromDays(8));

        Assert.Equal(Ids("MUG-01", "MUG-02"), await SinceAsync(changes, since));
    }

    [Fact]
    public async Task A_first_reading_names_what_changed_since_the_moment()
    {
        await using var bench = await RecordsBench.StartAsync(clock: _time);
        Step();
        await PriceAsync(bench, "MUG-01", 9.95m);

        Assert.Equal(Ids("MUG-01"), await SinceAsync(new PriceChanges(bench.Client, RecordsBench.PageSize), _time.GetUtcNow()));
    }

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_read_again_from_where_it_was()
    {
        await using var bench = await RecordsBench.StartAsync(clock: _time);
        var changes = new PriceChanges(bench.Client, RecordsBench.PageSize);
        Step();
        var since = _time.GetUtcNow();
        await SinceAsync(changes, since);
        await PriceAsync(bench, "MUG-02", null);
        await bench.Org.ControlAsync("revoke");

        Assert.NotNull((await changes.SinceAsync(since, Ct)).Failure);
        await bench.Org.ControlAsync("revoke", new() { ["revoked"] = false });

        Assert.Equal(Ids("MUG-02"), await SinceAsync(changes, since));
    }

    private void Step() => _time.Step(TimeSpan.FromMinutes(1));

    private static async Task<IEnumerable<string>> SinceAsync(PriceChanges changes, DateTimeOffset since)
    {
        var page = await changes.SinceAsync(since, Ct);
        Assert.Null(page.Failure);
        Assert.True(page.Last);
        return page.Records.Select(record => record.Id).Order();
    }

    private static IEnumerable<string> Ids(params string[] skus) => skus.Select(sku => Web.Product(sku).Split('(', ')')[1]).Order();

    private static Task<JsonNode> PriceAsync(RecordsBench bench, string sku, decimal? price, string list = "Web") =>
        bench.Org.ControlAsync("item", new() { ["inventoryId"] = sku, ["prices"] = new JsonArray(new JsonObject { ["priceList"] = list, ["price"] = price }) });
}
