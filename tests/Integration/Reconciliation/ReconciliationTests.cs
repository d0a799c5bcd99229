using System.Net;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Tests.Integration.Console;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>Reconciliations as an operator starts them, over two sides that answer at once.</summary>
public abstract class ReconciliationTests(PostgresFixture? databases) : ReconciliationBench(databases)
{
    [Fact]
    public async Task Losses_are_healed_and_drifts_are_left_to_a_person()
    {
        for (var number = 1; number <= 40; number++) TheSides.Add(number, Yesterday, number);
        foreach (var lost in new[] { 3, 4 }) TheSides.Erp.TryRemove(TwoSides.Key(lost), out _);
        Change(TheSides.Erp, 9, record => record with { Amount = 9.01m });

        var report = await RunAsync();

        Assert.Equal((40, 3, 2, 1, 0), Figures(report));
        Assert.Equal(["XC1-3", "XC1-4"], TheSides.Restored.Order(StringComparer.Ordinal));
        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal((AttentionClasses.AmountsDiffer, "9", "9"), (entry.GetProperty("class").GetString(), entry.GetProperty("recordId").GetString(), entry.GetProperty("number").GetString()));
        Assert.Contains("9.00 EUR, the ERP 9.01 EUR", entry.GetProperty("reasons")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var total = Assert.Single(report.GetProperty("totals").EnumerateArray());
        Assert.Equal((40, 820m, 40, 820.01m), (total.GetProperty("storeCount").GetInt32(), total.GetProperty("storeAmount").GetDecimal(), total.GetProperty("erpCount").GetInt32(), total.GetProperty("erpAmount").GetDecimal()));

        // Corrected by a person, it leaves the list with the next one.
        Change(TheSides.Erp, 9, record => record with { Amount = 9m });
        Assert.Equal((40, 0, 0, 0, 0), Figures(await RunAsync()));
        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task Every_cause_is_named_and_what_is_explained_is_no_finding()
    {
        for (var number = 1; number <= 9; number++) TheSides.Add(number, Yesterday);
        TheSides.Erp["twice"] = TheSides.Erp[TwoSides.Key(1)] with { Id = "WO/1b" };
        Change(TheSides.Store, 2, record => record with { State = ListedStates.Cancelled });
        Change(TheSides.Erp, 3, record => record with { State = ListedStates.Cancelled });
        TheSides.Store.TryRemove(TwoSides.Key(4), out _);
        // Not taken by the import rule, held by a rule, cancelled before it was sent: none of them is missing.
        foreach (var number in new[] { 5, 6, 7, 8 }) TheSides.Erp.TryRemove(TwoSides.Key(number), out _);
        Change(TheSides.Store, 5, record => record with { State = ListedStates.Waiting });
        Change(TheSides.Store, 7, record => record with { State = ListedStates.Cancelled });
        await Console.ReportAsync(Activity("6", RecordStates.Held), Raised("8", AttentionClasses.UnmappedCode));
        Change(TheSides.Erp, 9, record => record with { Currency = "USD" });

        var report = await RunAsync();

        Assert.Equal(
            [
                ("XC1-1", AttentionClasses.DuplicateInErp, "open"), ("XC1-2", AttentionClasses.CancelledOnOneSide, "open"), ("XC1-3", AttentionClasses.CancelledOnOneSide, "open"),
                ("XC1-4", AttentionClasses.MissingInStore, "open"), ("XC1-6", AttentionClasses.MissingInErp, "explained"), ("XC1-8", AttentionClasses.MissingInErp, "explained"),
                ("XC1-9", AttentionClasses.AmountsDiffer, "open"),
            ],
            report.GetProperty("findings").EnumerateArray().Select(Finding).Order());
        Assert.Equal((5, 0, 5, 2), (Number(report, "found"), Number(report, "healed"), Number(report, "remaining"), Number(report, "explained")));
        Assert.Empty(TheSides.Restored);
    }

    [Fact]
    public async Task What_changed_a_moment_ago_is_looked_at_again_before_it_is_a_finding()
    {
        Write("PT3S");
        await Eventually.TrueAsync(() => Task.FromResult(Console.Get<Connectors.Pairs.PairCatalog>().Refresh()), "the pair's file is read again");
        var now = DateTimeOffset.UtcNow;
        TheSides.Add(1, now);
        TheSides.Add(2, now);
        TheSides.Erp.TryRemove(TwoSides.Key(1), out var late);
        TheSides.Erp.TryRemove(TwoSides.Key(2), out _);
        TheSides.Heals = false;
        var path = await StartAsync(new { pair = ConsoleHarness.Pair });
        await Eventually.TrueAsync(async () => Number(await Console.GetAsync(path), "inFlight") == 2, "both are seen and not found");
        Assert.Equal(0, Number(await Console.GetAsync(path), "found"));
        TheSides.Erp[TwoSides.Key(1)] = late!;

        await Eventually.TrueAsync(async () => Number(await Console.GetAsync(path), "found") == 1, "only the one that stays away is a finding");

        await Eventually.TrueAsync(() => Task.FromResult(!TheSides.Restored.IsEmpty), "it is sent to be mended");
        Assert.Equal(["XC1-2"], TheSides.Restored);
        Assert.Equal(0, Number(await Console.GetAsync(path), "falseAlarms"));
    }

    [Fact]
    public async Task Records_of_other_days_are_neither_missed_over_the_edge_nor_counted()
    {
        var day = DateOnly.FromDateTime(Yesterday.UtcDateTime);
        TheSides.Add(1, Yesterday);
        // The ERP has it under the day after; the other one belongs to the day before on both sides, and is wrong there.
        Change(TheSides.Erp, 1, record => record with { At = Yesterday.AddDays(1) });
        TheSides.Add(2, Yesterday.AddDays(-1));
        TheSides.Erp.TryRemove(TwoSides.Key(2), out _);

        var report = await RunAsync(new { pair = ConsoleHarness.Pair, day });

        Assert.Equal((1, 0, 0, 0, 0), Figures(report));
        Assert.All(TheSides.Asked.Where(asked => asked.Entity == Entities.Order), asked => Assert.Equal((day.AddDays(-1), day.AddDays(1)), (asked.FirstDay, asked.LastDay)));
        Assert.All(TheSides.Asked.Where(asked => asked.Entity == Entities.Stock), asked => Assert.Null(asked.FirstDay));
    }

    [Fact]
    public async Task A_side_that_cannot_list_is_named_and_so_many_losses_are_left_to_a_person()
    {
        Write("PT1M", healAtMost: 2);
        await Eventually.TrueAsync(() => Task.FromResult(Console.Get<Connectors.Pairs.PairCatalog>().Refresh()), "the pair's file is read again");
        for (var number = 1; number <= 3; number++) TheSides.Add(number, Yesterday);
        TheSides.Erp.Clear();
        TheSides.Instead = asked => asked.Entity == Entities.Payment && asked.Side == Sides.Erp
            ? new RecordsListed { Run = asked.Run, Side = asked.Side, Entity = asked.Entity, Pass = asked.Pass, Part = asked.Part, Problem = "No right to payments." } : null;

        var report = await RunAsync();

        Assert.Equal((3, 3, 0, 3, 0), Figures(report));
        Assert.Empty(TheSides.Restored);
        var payments = report.GetProperty("lists").EnumerateArray().Single(list => list.GetProperty("entity").GetString() == Entities.Payment && list.GetProperty("side").GetString() == Sides.Erp);
        Assert.Equal(("failed", "No right to payments."), (payments.GetProperty("state").GetString(), payments.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task A_settlement_file_is_compared_with_both_sides_and_forgotten()
    {
        var day = DateOnly.FromDateTime(Yesterday.UtcDateTime);
        TheSides.Others[(Sides.Store, Entities.Payment)] = [Money("XC1-T1", 100m, "ch_1"), Money("XC1-T2", 10m, "ch_2"), Money("XC1-T4", 7m, "ch_4"), Money("XC1-T9", 5m, "", "COD")];
        TheSides.Others[(Sides.Erp, Entities.Payment)] = [Money("XC1-T1", 100m), Money("XC1-T2", 10m), Money("XC1-T4", 7m), Money("XC1-T9", 5m)];
        TheSides.Others[(Sides.Store, Entities.Refund)] = TheSides.Others[(Sides.Erp, Entities.Refund)] = [];
        var file = $"transaction,type,amount,fee,currency,date\nch_1,capture,100.00,2.90,USD,{day:O}\nch_2,capture,12.00,0.30,USD,{day:O}\nch_3,capture,5.00,0.20,USD,{day:O}\n,payout,113.61,,USD,{day:O}\n";

        var report = await RunAsync(new { pair = ConsoleHarness.Pair, day, entities = new[] { Entities.Order }, settlement = file });

        Assert.Equal(
            [
                ("capture|ch_2", AttentionClasses.AmountsDiffer, "open"), ("capture|ch_3", AttentionClasses.MissingInStore, "open"), ("capture|ch_4", AttentionClasses.MissingInFile, "open"),
                ($"payout||USD|{day:O}|{day:O}", AttentionClasses.PayoutDiffers, "open"),
            ],
            report.GetProperty("findings").EnumerateArray().Select(Finding).Order());
        Assert.All(report.GetProperty("findings").EnumerateArray(), finding => Assert.Equal("settlement", finding.GetProperty("entity").GetString()));
        var total = Assert.Single(report.GetProperty("settlement").EnumerateArray());
        Assert.Equal(("Stripe", 117m, 3.4m, 113.6m, 113.61m, -0.01m), (total.GetProperty("provider").GetString(), Amount(total, "captured"), Amount(total, "fees"), Amount(total, "expected"), Amount(total, "payout"), Amount(total, "difference")));
        Assert.Contains("settlement,Stripe,USD,difference,,-0.01\r\n", await TextAsync($"/api/reconciliations/{report.GetProperty("id").GetString()}/totals.csv"), StringComparison.Ordinal);
        Assert.Empty(TheSides.Restored);
        Assert.Equal(4, (await Console.AttentionAsync()).Count);
        Assert.Equal(0, await Console.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<int>("select count(*) from console_reconciliation_record", null, ct), Ct));

        // The corrected file takes them off the list.
        var corrected = file.Replace("12.00", "10.00", StringComparison.Ordinal).Replace("ch_3,capture,5.00,0.20", "ch_4,capture,7.00,0.20", StringComparison.Ordinal).Replace("113.61", "113.60", StringComparison.Ordinal);
        Assert.Equal((0, 0), (Number(await RunAsync(new { pair = ConsoleHarness.Pair, day, settlement = corrected }), "found"), Number(await RunAsync(), "found")));
        Assert.Equal("capture|ch_3", RecordOf(await Console.OnlyAttentionAsync()).Id);
    }

    [Fact]
    public async Task Requests_that_cannot_be_are_refused_in_plain_words()
    {
        using var pair = await Console.PostAsync("/api/reconciliations", new { pair = "none" });
        await RefusedAsync(pair, HttpStatusCode.BadRequest, "There is no pair none");
        using var entity = await Console.PostAsync("/api/reconciliations", new { pair = ConsoleHarness.Pair, entities = new[] { "wishes" } });
        await RefusedAsync(entity, HttpStatusCode.BadRequest, "'wishes' cannot be compared");
        using var day = await Console.PostAsync("/api/reconciliations", new { pair = ConsoleHarness.Pair, day = "2999-01-01" });
        await RefusedAsync(day, HttpStatusCode.BadRequest, "has not come");
        using var none = await Console.Http.GetAsync(new Uri("/api/reconciliations/none", UriKind.Relative), Ct);
        await RefusedAsync(none, HttpStatusCode.NotFound, "no such reconciliation");
    }

    /// <summary>R12.</summary>
    protected async Task FindsExactlyAsync(int orders, int losses, int drifts)
    {
        for (var number = 1; number <= orders; number++) TheSides.Add(number, Yesterday, number % 97);
        var wrong = Enumerable.Range(0, losses + drifts).Select(index => 1 + (index * (orders / (losses + drifts)))).ToList();
        foreach (var number in wrong.Take(losses)) TheSides.Erp.TryRemove(TwoSides.Key(number), out _);
        foreach (var number in wrong.Skip(losses)) Change(TheSides.Erp, number, record => record with { Amount = record.Amount + 0.01m });

        var report = await RunAsync();

        Assert.Equal((orders, losses + drifts, losses, drifts, 0), Figures(report));
        Assert.Equal(
            wrong.Select(TwoSides.Key).Order(StringComparer.Ordinal),
            report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("key").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(losses, TheSides.Restored.Distinct(StringComparer.Ordinal).Count());
    }
}
