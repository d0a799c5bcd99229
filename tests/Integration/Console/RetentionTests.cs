using Integration.Console.Reconciliation;
using Integration.Console.Reconciliation.Settlement;
using Integration.Console.Retention;
using Integration.Platform.Database;
using Microsoft.Extensions.Hosting;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class RetentionTests : ConsoleTests
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Console:KeepDays", "30")];

    [Fact]
    public async Task Old_timeline_entries_and_settled_attention_go_and_what_is_open_or_young_stays()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Console.ReportAsync(
            Activity("1", 0, "Old.", "in-erp") with { At = now.AddDays(-31) },
            Activity("1", 0, "Young.") with { At = now.AddDays(-29) },
            Raised("old-settled", 0) with { At = now.AddDays(-32) },
            Cleared("old-settled", 0) with { At = now.AddDays(-31) },
            Raised("old-open", 0) with { At = now.AddDays(-400) },
            Raised("young-settled", 0) with { At = now.AddDays(-3) },
            Cleared("young-settled", 0) with { At = now.AddDays(-2) });

        await SweepAsync();

        var detail = await Console.GetAsync("/api/records/shop-erp/order/1");
        Assert.Equal("Young.", Assert.Single(detail.GetProperty("timeline").EnumerateArray()).GetProperty("summary").GetString());
        Assert.Equal("N-old-open", (await Console.OnlyAttentionAsync()).GetProperty("number").GetString());
        Assert.Equal("N-young-settled", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("number").GetString());
    }

    [Fact]
    public async Task Reconciliations_that_ended_more_than_400_days_ago_go_with_all_that_they_found()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (id, ended) in new[] { ("old", now.AddDays(-401)), ("young", now.AddDays(-399)), ("running", (DateTimeOffset?)null) }) await RunAsync(id, ended);

        await SweepAsync();

        foreach (var table in new[] { "console_reconciliation_finding", "console_reconciliation_total", "console_reconciliation_settlement", "console_reconciliation_list" })
            Assert.Equal(["running", "young"], await Console.Database.ReadAsync((unit, ct) => unit.ListAsync<string>($"select run_id from {table} order by run_id", null, ct), Ct));
        Assert.Equal(["running", "young"], await Console.Database.ReadAsync((unit, ct) => unit.ListAsync<string>("select id from console_reconciliation order by id", null, ct), Ct));
    }

    private Task<int> SweepAsync() => Console.Get<IEnumerable<IHostedService>>().OfType<RetentionSweep>().Single().SweepAsync(Ct);

    // One that nobody carries on: its next step is far away.
    private Task<bool> RunAsync(string id, DateTimeOffset? ended) => Console.Database.TransactAsync(
        async (unit, ct) =>
        {
            var run = new RunRow
            {
                Id = id, Slot = id, Pair = ConsoleHarness.Pair, FirstDay = "2026-11-20", LastDay = "2026-11-20", Entities = "order", Operator = "Ada", State = ended is null ? RunStates.Waiting : RunStates.Done,
                StartedAt = 1, NextAt = long.MaxValue,
            };
            await ReconciliationStore.AddAsync(unit, run, ct);
            await ReconciliationStore.MoveAsync(unit, run with { FinishedAt = ended?.ToUnixMs() }, ct);
            await ReconciliationStore.PutListAsync(unit, id, new ListRow { Entity = "order", Side = "store", State = "done" }, ct);
            await ReconciliationStore.PutTotalsAsync(unit, id, "order", [new TotalRow { Entity = "order", Currency = "EUR" }], ct);
            await ReconciliationStore.PutFindingAsync(unit, new FindingRow { RunId = id, Entity = "order", Key = "XC1-1", Cause = "missing-in-erp", State = "open" }, ct);
            await SettlementTotals.PutAsync(unit, id, [new SettlementTotalRow { Provider = "Stripe", Currency = "EUR" }], ct);
            return true;
        },
        Ct);
}
