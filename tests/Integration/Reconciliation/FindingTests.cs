using System.Net;
using Integration.Console.Reconciliation;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Tests.Integration.Console;
using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>Kinds of findings and what is told of them.</summary>
public sealed class FindingTests() : ReconciliationBench(null)
{
    [Fact]
    public async Task A_customer_is_known_by_its_account_whatever_its_hash_is_in_a_run()
    {
        Customers("hash-1", "7");
        var report = await RunAsync();
        Assert.Equal((1, 1, 0, 1, 0), Figures(report));
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        Assert.Equal(("hash-1", AttentionClasses.MissingInErp, "open"), Finding(finding));
        Assert.Equal(("7", ""), (finding.GetProperty("storeId").GetString(), finding.GetProperty("erpId").GetString()));
        Assert.Equal(("customer", "7"), RecordOf(await Console.OnlyAttentionAsync()));

        Customers("hash-2", "7");
        await RunAsync();
        Assert.Equal(("customer", "7"), RecordOf(await Console.OnlyAttentionAsync()));

        Customers("hash-3", "7", "hash-3");
        Assert.Equal((1, 0, 0, 0, 0), Figures(await RunAsync()));
        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task A_customer_that_a_person_has_to_match_is_explained()
    {
        Customers("hash", "7");
        await Console.ReportAsync(Raised("7", AttentionClasses.AmbiguousMatch) with { Entity = Entities.Customer });

        Assert.Equal((0, 1), (Number(await RunAsync(), "found"), Number(await RunAsync(), "explained")));
    }

    [Fact]
    public async Task A_stale_level_is_looked_at_anew_from_both_ends()
    {
        TheSides.Others[(Sides.Store, Entities.Stock)] = [Level("MUG-01", "12", 7), Level("TEE", "13", 4)];
        TheSides.Others[(Sides.Erp, Entities.Stock)] = [Level("MUG-01", "mug-01", 5), Level("TEE", "tee", 4)];
        var path = await StartAsync(new { pair = ConsoleHarness.Pair, entities = new[] { Entities.Stock } });
        await Eventually.TrueAsync(() => TheSides.Reread.Count == 2, "both ends are asked");
        Assert.Equal(
            [(Queues.Read(ConsoleHarness.Pair, Entities.Stock), "mug-01"), (Queues.Write(ConsoleHarness.Pair, Entities.Stock), "MUG-01")],
            TheSides.Reread.Select(asked => (asked.Queue, asked.Asked.Id)).Order());
        Assert.Equal(1, Number(await Console.GetAsync(path), "remaining"));
        TheSides.Others[(Sides.Store, Entities.Stock)] = [Level("MUG-01", "12", 5), Level("TEE", "13", 4)];

        Assert.Equal((2, 1, 1, 0, 0), Figures(await EndAsync(path)));
        Assert.Equal(2, TheSides.Reread.Count);
    }

    [Fact]
    public async Task Findings_and_totals_are_given_as_CSV()
    {
        TheSides.Add(1, Yesterday, 10.5m);
        TheSides.Add(2, Yesterday);
        Change(TheSides.Store, 1, record => record with { Number = "=1,\"Łódź\"", Group = "Stripe" });
        Change(TheSides.Erp, 1, record => record with { Amount = 10m });
        TheSides.Store.TryRemove(TwoSides.Key(2), out _);

        var path = $"/api/reconciliations/{(await RunAsync()).GetProperty("id").GetString()}";

        Assert.Equal(
            "entity,number,key,cause,state,store_id,erp_id,store_amount,erp_amount,currency,words\r\n"
            + "order,\"'=1,\"\"Łódź\"\"\",XC1-1,amounts-differ,open,1,WO/1,10.5,10,EUR,\"The storefront says 10.50 EUR, the ERP 10.00 EUR.\"\r\n"
            + "order,2,XC1-2,missing-in-store,open,,WO/2,,10,EUR,It is in the ERP and not in the storefront.\r\n",
            await TextAsync($"{path}/findings.csv"));
        Assert.Equal(
            "entity,group,currency,figure,count,amount\r\norder,,EUR,store,0,0\r\norder,,EUR,erp,1,10\r\norder,Stripe,EUR,store,1,10.5\r\norder,Stripe,EUR,erp,1,10\r\n",
            await TextAsync($"{path}/totals.csv"));
    }

    [Fact]
    public async Task A_night_is_reconciled_once_over_the_days_before_it()
    {
        await TheSides.ConnectAsync(Console, Ct);
        var (runs, pair) = (Console.Get<Reconciliations>(), Console.Get<Connectors.Pairs.PairCatalog>().Find(ConsoleHarness.Pair)!);
        var night = DateOnly.FromDateTime(DateTimeOffset.UtcNow.UtcDateTime);

        Assert.True(await runs.NightAsync(pair, night, Ct));
        Assert.False(await runs.NightAsync(pair, night, Ct));

        var listed = Assert.Single((await Console.GetAsync("/api/reconciliations")).EnumerateArray());
        Assert.Equal(($"{night.AddDays(-3):O}", $"{night.AddDays(-1):O}", "the schedule"), (listed.GetProperty("firstDay").GetString(), listed.GetProperty("lastDay").GetString(), listed.GetProperty("operator").GetString()));
    }

    [Fact]
    public async Task A_settlement_file_with_a_bad_line_is_refused_and_nothing_is_compared()
    {
        using var refused = await Console.PostAsync("/api/reconciliations", new { pair = ConsoleHarness.Pair, settlement = "transaction,type,amount,currency,date\nch_1,capture,12;00,USD,2026-11-20\n" });

        await RefusedAsync(refused, HttpStatusCode.BadRequest, "Line 2, column amount: '12;00' is not an amount. Write it with a point");
        Assert.Empty((await Console.GetAsync("/api/reconciliations")).EnumerateArray());
    }
}
