using System.Text.Json;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Tests.Integration.Console;
using Integration.Tests.Integration.Platform;
using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>A reconciliation outlives the console that runs it.</summary>
public sealed class RestartTests
{
    private const int Orders = 1200;
    private readonly TwoSides _sides = new() { Heals = false };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_between_two_lists_and_while_it_mends_it_ends_as_if_nothing_had_been()
    {
        await using var surroundings = await Surroundings.CreateAsync(null, null, Ct);
        surroundings.Settings["Pairs:Folder"] = surroundings.PairsFolder;
        await WriteAsync(surroundings.PairsFolder);
        for (var number = 1; number <= Orders; number++) _sides.Add(number, DateTimeOffset.UtcNow.AddDays(-1));
        foreach (var lost in new[] { 700, 701 }) _sides.Erp.TryRemove(TwoSides.Key(lost), out _);
        _sides.Erp[TwoSides.Key(9)] = _sides.Erp[TwoSides.Key(9)] with { Amount = 9.01m };

        var path = await FirstLifeAsync(surroundings);
        await SecondLifeAsync(surroundings, path);
        foreach (var lost in new[] { 700, 701 }) _sides.Erp[TwoSides.Key(lost)] = _sides.Store[TwoSides.Key(lost)];
        var report = await ThirdLifeAsync(surroundings, path);

        Assert.Equal((Orders, 3, 2, 1, 0), (Number(report, "checked"), Number(report, "found"), Number(report, "healed"), Number(report, "remaining"), Number(report, "falseAlarms")));
        // The double keeps no inbox: after a restart it may be asked once more.
        Assert.Equal(["XC1-700", "XC1-701"], _sides.Restored.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(Orders, Assert.Single(report.GetProperty("totals").EnumerateArray()).GetProperty("erpCount").GetInt32());
    }

    // One side has listed everything, the other has not answered.
    private async Task<string> FirstLifeAsync(Surroundings surroundings)
    {
        await using var console = await ConsoleHarness.StartAsync(surroundings.Settings);
        await _sides.ConnectAsync(console, Ct, Sides.Store);
        using var answer = await console.PostAsync("/api/reconciliations", new { pair = ConsoleHarness.Pair, entities = new[] { Entities.Order } });
        var path = answer.Headers.Location!.ToString();
        await Eventually.TrueAsync(async () => (await console.GetAsync(path)).GetProperty("lists").EnumerateArray().Any(list => list.GetProperty("side").GetString() == Sides.Store && list.GetProperty("state").GetString() == "done"), "one side is through");
        Assert.Equal("listing", (await console.GetAsync(path)).GetProperty("state").GetString());
        await _sides.DisposeAsync();
        return path;
    }

    // Two orders are being mended.
    private async Task SecondLifeAsync(Surroundings surroundings, string path)
    {
        await using var console = await ConsoleHarness.StartAsync(surroundings.Settings);
        await _sides.ConnectAsync(console, Ct);
        await Eventually.TrueAsync(() => _sides.Restored.Count == 2, "both losses are sent to be mended");
        Assert.Null((await console.GetAsync(path)).TryGetProperty("finishedAt", out var finished) && finished.ValueKind != JsonValueKind.Null ? "it has ended" : null);
        await _sides.DisposeAsync();
    }

    private async Task<JsonElement> ThirdLifeAsync(Surroundings surroundings, string path)
    {
        await using var console = await ConsoleHarness.StartAsync(surroundings.Settings);
        await _sides.ConnectAsync(console, Ct);
        await Eventually.TrueAsync(async () => (await console.GetAsync(path)).GetProperty("state").GetString() == "done", "it ends", 60);
        var report = await console.GetAsync(path);
        await _sides.DisposeAsync();
        return report;
    }

    private static Task WriteAsync(string pairs) => File.WriteAllTextAsync(Path.Combine(pairs, "shop-erp.json"), $$"""
        {
          "pair": "{{ConsoleHarness.Pair}}", "mode": "live", "from": "2020-01-01T00:00:00Z", "timeZone": "UTC", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "https://shop.example/" }, "erp": { "connection": "erp", "kind": "acumatica", "url": "https://erp.example/" },
          "reconciliation": { "grace": "PT1M", "days": 3 }
        }
        """, Ct);

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();
}
