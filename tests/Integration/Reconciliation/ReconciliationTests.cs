using System.Net;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Tests.Integration.Console;
using Integration.Tests.Integration.Platform;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>Reconciliations as an operator starts them, over two sides that answer at once.</summary>
public abstract class ReconciliationTests(PostgresFixture? databases) : ConsoleTests(null, databases)
{
    private readonly string _pairs = TestSettings.NewFolder("reconcile-pairs");
    private readonly TwoSides _sides = new();

    // The middle of yesterday in the pair's zone: today's clock may stand anywhere.
    private static DateTimeOffset Yesterday => new DateTimeOffset(DateTimeOffset.UtcNow.UtcDateTime.Date, TimeSpan.Zero).AddHours(-12);

    protected override IEnumerable<KeyValuePair<string, string?>> Settings
    {
        get
        {
            Write("PT1M");
            return [new("Pairs:Folder", _pairs)];
        }
    }

    [Fact]
    public async Task Losses_are_healed_and_drifts_are_left_to_a_person()
    {
        for (var number = 1; number <= 40; number++) _sides.Add(number, Yesterday, number);
        foreach (var lost in new[] { 3, 4 }) _sides.Erp.TryRemove(TwoSides.Key(lost), out _);
        Change(_sides.Erp, 9, record => record with { Amount = 9.01m });

        var report = await RunAsync();

        Assert.Equal((40, 3, 2, 1, 0), Figures(report));
        Assert.Equal(["XC1-3", "XC1-4"], _sides.Restored.Order(StringComparer.Ordinal));
        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal((AttentionClasses.AmountsDiffer, "9", "9"), (entry.GetProperty("class").GetString(), entry.GetProperty("recordId").GetString(), entry.GetProperty("number").GetString()));
        Assert.Contains("9 EUR, the ERP 9.01 EUR", entry.GetProperty("reasons")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var total = Assert.Single(report.GetProperty("totals").EnumerateArray());
        Assert.Equal((40, 820m, 40, 820.01m), (total.GetProperty("storeCount").GetInt32(), total.GetProperty("storeAmount").GetDecimal(), total.GetProperty("erpCount").GetInt32(), total.GetProperty("erpAmount").GetDecimal()));

        // Corrected by a person, it leaves the list with the next one.
        Change(_sides.Erp, 9, record => record with { Amount = 9m });
        Assert.Equal((40, 0, 0, 0, 0), Figures(await RunAsync()));
        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task Every_cause_is_named_and_what_is_explained_is_no_finding()
    {
        for (var number = 1; number <= 9; number++) _sides.Add(number, Yesterday);
        _sides.Erp["twice"] = _sides.Erp[TwoSides.Key(1)] with { Id = "WO/1b" };
        Change(_sides.Store, 2, record => record with { State = ListedStates.Cancelled });
        Change(_sides.Erp, 3, record => record with { State = ListedStates.Cancelled });
        _sides.Store.TryRemove(TwoSides.Key(4), out _);
        // Not taken by the import rule, held by a rule, cancelled before it was sent: none of them is missing.
        foreach (var number in new[] { 5, 6, 7, 8 }) _sides.Erp.TryRemove(TwoSides.Key(number), out _);
        Change(_sides.Store, 5, record => record with { State = ListedStates.Waiting });
        Change(_sides.Store, 7, record => record with { State = ListedStates.Cancelled });
        await Console.ReportAsync(Activity("6", RecordStates.Held), Raised("8", AttentionClasses.UnmappedCode));
        Change(_sides.Erp, 9, record => record with { Currency = "USD" });

        var report = await RunAsync();

        Assert.Equal(
            [
                ("XC1-1", AttentionClasses.DuplicateInErp, "open"), ("XC1-2", AttentionClasses.CancelledOnOneSide, "open"), ("XC1-3", AttentionClasses.CancelledOnOneSide, "open"),
                ("XC1-4", AttentionClasses.MissingInStore, "open"), ("XC1-6", AttentionClasses.MissingInErp, "explained"), ("XC1-8", AttentionClasses.MissingInErp, "explained"),
                ("XC1-9", AttentionClasses.AmountsDiffer, "open"),
            ],
            report.GetProperty("findings").EnumerateArray().Select(Finding).Order());
        Assert.Equal((5, 0, 5, 2), (Number(report, "found"), Number(report, "healed"), Number(report, "remaining"), Number(report, "explained")));
        Assert.Empty(_sides.Restored);
    }

    [Fact]
    public async Task What_changed_a_moment_ago_is_looked_at_again_before_it_is_a_finding()
    {
        Write("PT3S");
        await Eventually.TrueAsync(() => Task.FromResult(Console.Get<Connectors.Pairs.PairCatalog>().Refresh()), "the pair's file is read again");
        var now = DateTimeOffset.UtcNow;
        _sides.Add(1, now);
        _sides.Add(2, now);
        _sides.Erp.TryRemove(TwoSides.Key(1), out var late);
        _sides.Erp.TryRemove(TwoSides.Key(2), out _);
        _sides.Heals = false;
        var path = await StartAsync(new { pair = ConsoleHarness.Pair });
        await Eventually.TrueAsync(async () => Number(await Console.GetAsync(path), "inFlight") == 2, "both are seen and not found");
        Assert.Equal(0, Number(await Console.GetAsync(path), "found"));
        _sides.Erp[TwoSides.Key(1)] = late!;

        await Eventually.TrueAsync(async () => Number(await Console.GetAsync(path), "found") == 1, "only the one that stays away is a finding");

        await Eventually.TrueAsync(() => Task.FromResult(!_sides.Restored.IsEmpty), "it is sent to be mended");
        Assert.Equal(["XC1-2"], _sides.Restored);
        Assert.Equal(0, Number(await Console.GetAsync(path), "falseAlarms"));
    }

    [Fact]
    public async Task Records_of_other_days_are_neither_missed_over_the_edge_nor_counted()
    {
        var day = DateOnly.FromDateTime(Yesterday.UtcDateTime);
        _sides.Add(1, Yesterday);
        // The ERP has it under the day after; the other one belongs to the day before on both sides, and is wrong there.
        Change(_sides.Erp, 1, record => record with { At = Yesterday.AddDays(1) });
        _sides.Add(2, Yesterday.AddDays(-1));
        _sides.Erp.TryRemove(TwoSides.Key(2), out _);

        var report = await RunAsync(new { pair = ConsoleHarness.Pair, day });

        Assert.Equal((1, 0, 0, 0, 0), Figures(report));
        Assert.All(_sides.Asked.Where(asked => asked.Entity == Entities.Order), asked => Assert.Equal((day.AddDays(-1), day.AddDays(1)), (asked.FirstDay, asked.LastDay)));
        Assert.All(_sides.Asked.Where(asked => asked.Entity == Entities.Stock), asked => Assert.Null(asked.FirstDay));
    }

    [Fact]
    public async Task A_side_that_cannot_list_is_named_and_so_many_losses_are_left_to_a_person()
    {
        Write("PT1M", healAtMost: 2);
        await Eventually.TrueAsync(() => Task.FromResult(Console.Get<Connectors.Pairs.PairCatalog>().Refresh()), "the pair's file is read again");
        for (var number = 1; number <= 3; number++) _sides.Add(number, Yesterday);
        _sides.Erp.Clear();
        _sides.Instead = asked => asked.Entity == Entities.Payment && asked.Side == Sides.Erp
            ? new RecordsListed { Run = asked.Run, Side = asked.Side, Entity = asked.Entity, Pass = asked.Pass, Part = asked.Part, Problem = "No right to payments." } : null;

        var report = await RunAsync();

        Assert.Equal((3, 3, 0, 3, 0), Figures(report));
        Assert.Empty(_sides.Restored);
        var payments = report.GetProperty("lists").EnumerateArray().Single(list => list.GetProperty("entity").GetString() == Entities.Payment && list.GetProperty("side").GetString() == Sides.Erp);
        Assert.Equal(("failed", "No right to payments."), (payments.GetProperty("state").GetString(), payments.GetProperty("note").GetString()));
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
        for (var number = 1; number <= orders; number++) _sides.Add(number, Yesterday, number % 97);
        var wrong = Enumerable.Range(0, losses + drifts).Select(index => 1 + (index * (orders / (losses + drifts)))).ToList();
        foreach (var number in wrong.Take(losses)) _sides.Erp.TryRemove(TwoSides.Key(number), out _);
        foreach (var number in wrong.Skip(losses)) Change(_sides.Erp, number, record => record with { Amount = record.Amount + 0.01m });

        var report = await RunAsync();

        Assert.Equal((orders, losses + drifts, losses, drifts, 0), Figures(report));
        Assert.Equal(
            wrong.Select(TwoSides.Key).Order(StringComparer.Ordinal),
            report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("key").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(losses, _sides.Restored.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<JsonElement> RunAsync(object? request = null)
    {
        var path = await StartAsync(request ?? new { pair = ConsoleHarness.Pair });
        JsonElement report = default;
        await Eventually.TrueAsync(async () => (report = await Console.GetAsync(path)).GetProperty("state").GetString() is "done" or "failed", "it ends", 120);
        Assert.Equal("done", report.GetProperty("state").GetString());
        return report;
    }

    private async Task<string> StartAsync(object request)
    {
        if (_sides.Asked.IsEmpty) await _sides.ConnectAsync(Console, Ct);
        using var answer = await Console.PostAsync("/api/reconciliations", request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private void Write(string grace, int healAtMost = 100) => File.WriteAllText(Path.Combine(_pairs, "shop-erp.json"), $$"""
        {
          "pair": "{{ConsoleHarness.Pair}}", "mode": "live", "from": "2020-01-01T00:00:00Z", "timeZone": "UTC", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "https://shop.example/" }, "erp": { "connection": "erp", "kind": "acumatica", "url": "https://erp.example/" },
          "reconciliation": { "grace": "{{grace}}", "days": 3, "healAtMost": {{healAtMost}} }
        }
        """);

    private static void Change(System.Collections.Concurrent.ConcurrentDictionary<string, ListedRecord> side, int number, Func<ListedRecord, ListedRecord> change) =>
        side[TwoSides.Key(number)] = change(side[TwoSides.Key(number)]);

    private static (int Checked, int Found, int Healed, int Remaining, int FalseAlarms) Figures(JsonElement report) =>
        (Number(report, "checked"), Number(report, "found"), Number(report, "healed"), Number(report, "remaining"), Number(report, "falseAlarms"));

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private static (string Key, string Cause, string State) Finding(JsonElement finding) =>
        (finding.GetProperty("key").GetString()!, finding.GetProperty("cause").GetString()!, finding.GetProperty("state").GetString()!);

    private static ActivityRecorded Activity(string id, string state) => new()
    {
        Pair = ConsoleHarness.Pair, Lane = "orders", Entity = Entities.Order, RecordId = id, Number = id, Summary = "Held.", State = state, At = DateTimeOffset.UtcNow,
    };

    private static AttentionRaised Raised(string id, string @class) => new()
    {
        Pair = ConsoleHarness.Pair, Lane = "orders", Entity = Entities.Order, RecordId = id, Number = id, Class = @class, Reasons = [new Reason("", "x")], At = DateTimeOffset.UtcNow,
    };
}
