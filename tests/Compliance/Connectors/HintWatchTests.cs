using Integration.Connectors.Hints;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Hosted;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class HintWatchTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Hints_that_stop_are_told_once_and_the_entry_goes_when_they_come_again(string database)
    {
        await using var bench = await OpenAsync(database);
        using var folder = new PairFolder();
        await CountAsync(bench, hinted: 50, missed: 5);
        bench.Clock.Pass(TimeSpan.FromHours(3));
        await MeasureAsync(bench, folder);
        Assert.Empty(bench.Sent.All);

        await CountAsync(bench, hinted: 1, missed: 30);
        await MeasureAsync(bench, folder);
        await MeasureAsync(bench, folder);
        var raised = Assert.Single(bench.Sent.Of<AttentionRaised>());
        Assert.Equal(("shop-erp", "orders", AttentionClasses.HintsStopped, "Hints of orders"), (raised.Pair, raised.Lane, raised.Class, raised.Number));

        bench.Clock.Pass(TimeSpan.FromMinutes(90));
        await CountAsync(bench, hinted: 5, missed: 1);
        await MeasureAsync(bench, folder);
        Assert.Equal(AttentionClasses.HintsStopped, Assert.Single(bench.Sent.Of<AttentionCleared>()).Class);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(50, 200, true)]
    [InlineData(50, 5, false)]
    public async Task Where_hints_never_came_seldom_came_or_are_not_expected_nobody_is_told(int hintedBefore, int missedBefore, bool expected)
    {
        await using var bench = await OpenAsync(Sqlite);
        using var folder = new PairFolder();
        folder.Write(change: json => json["sweeps"] = new System.Text.Json.Nodes.JsonObject { ["expectHints"] = expected });
        await CountAsync(bench, hintedBefore, missedBefore);
        bench.Clock.Pass(TimeSpan.FromHours(3));
        await CountAsync(bench, hinted: 0, missed: 30);
        await MeasureAsync(bench, folder);

        Assert.Empty(bench.Sent.All);
    }

    private static Task CountAsync(ConnectorBench bench, int hinted, int missed) => bench.Database.TransactAsync(
        (unit, ct) => HintTally.AddAsync(unit, "shop-erp", Entities.Order, hinted, missed, bench.Clock.GetUtcNow().ToUnixTimeMilliseconds(), ct), Token);

    private static Task MeasureAsync(ConnectorBench bench, PairFolder folder)
    {
        using var watch = new HintWatch(folder.Catalog, [new FakeFactory("fake-shop", new FakeShop())], bench.Database, bench.Timeline, bench.Metrics, bench.Clock, NullLogger<HintWatch>.Instance);
        return watch.MeasureAsync(Token);
    }
}
