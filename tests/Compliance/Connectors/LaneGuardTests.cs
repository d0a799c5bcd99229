using System.Globalization;
using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class LaneGuardTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly LaneKey Lane = new("shop-erp", "orders", LaneHalves.Writing);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Twenty_records_in_a_row_may_fail_and_the_next_pauses_the_half_with_one_entry(string database)
    {
        await using var bench = await OpenAsync(database);

        var failed = await FailAsync(bench, 1, 40);

        Assert.Equal([.. Enumerable.Repeat(true, 20), .. Enumerable.Repeat(false, 20)], failed);
        var raised = Assert.Single(bench.Sent.Of<AttentionRaised>());
        Assert.Equal((AttentionClasses.LanePaused, "Rule 'Details.InventoryID' of orders.toErp, version 3, failed or stopped more than 20 records in a row."), (raised.Class, raised.Reasons[0].Message));
        Assert.Equal("erp.connection", raised.Retry!.Queue);
        Assert.Equal("paused", Assert.Single(bench.Sent.Of<LaneReported>()).State);
        // Another process sees it too.
        Assert.Equal("Details.InventoryID", (await new LaneGuard(bench.Database, bench.Sent, bench.Clock).FindAsync(Lane, Token))!.Rule);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_that_goes_through_begins_the_count_anew(string database)
    {
        await using var bench = await OpenAsync(database);
        await FailAsync(bench, 1, 20);
        await bench.Guard.WorkedAsync(Lane, Token);
        await bench.Guard.WorkedAsync(Lane, Token);

        Assert.DoesNotContain(false, await FailAsync(bench, 21, 20));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Failures_that_alternate_between_rules_are_wrong_records_and_pause_nothing(string database)
    {
        await using var bench = await OpenAsync(database);
        for (var i = 0; i < 25; i++)
        {
            Assert.DoesNotContain(false, await FailAsync(bench, 2 * i, 1, rule: "A"));
            Assert.DoesNotContain(false, await FailAsync(bench, (2 * i) + 1, 1, rule: "B"));
        }
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_tried_again_and_again_counts_once_and_another_text_begins_anew(string database)
    {
        await using var bench = await OpenAsync(database);
        for (var i = 0; i < 30; i++) Assert.DoesNotContain(false, await FailAsync(bench, 1, 1));
        Assert.DoesNotContain(false, await FailAsync(bench, 2, 19));

        Assert.DoesNotContain(false, await FailAsync(bench, 100, 20, stamp: "v4"));
        Assert.Contains(false, await FailAsync(bench, 200, 1, stamp: "v4"));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Resumed_it_counts_from_nothing_and_clears_its_entry(string database)
    {
        await using var bench = await OpenAsync(database);
        await FailAsync(bench, 1, 21);

        Assert.True(await bench.Transact((unit, ct) => bench.Guard.ResumeAsync(unit, Lane, "Resumed by Ada.", "erp.connection", ct), Token));
        Assert.False(await bench.Transact((unit, ct) => bench.Guard.ResumeAsync(unit, Lane, "Resumed by Ada.", "erp.connection", ct), Token));

        Assert.Equal(AttentionClasses.LanePaused, Assert.Single(bench.Sent.Of<AttentionCleared>()).Class);
        Assert.DoesNotContain(false, await FailAsync(bench, 50, 20));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Records_side_by_side_count_each_once(string database)
    {
        await using var bench = await OpenAsync(database);

        var failed = await Task.WhenAll(Enumerable.Range(1, 32).Select(async record => Assert.Single(await FailAsync(bench, record, 1))));

        Assert.Equal(20, failed.Count(asUsual => asUsual));
        Assert.Single(bench.Sent.Of<AttentionRaised>());
    }

    private static async Task<List<bool>> FailAsync(ConnectorBench bench, int first, int count, string rule = "Details.InventoryID", string stamp = "v3")
    {
        var failed = new List<bool>();
        foreach (var record in Enumerable.Range(first, count))
        {
            failed.Add(await bench.Transact((unit, ct) => bench.Guard.FailedAsync(
                unit, Lane, record.ToString(CultureInfo.InvariantCulture), new RuleStop("orders.toErp", "3", stamp, [rule]), "erp.connection", ct), Token));
        }

        return failed;
    }
}
