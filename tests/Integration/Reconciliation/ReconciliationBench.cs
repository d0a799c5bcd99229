using System.Net;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Tests.Integration.Console;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Reconciliation;

/// <summary>A console with a pair, and the two sides that answer it at once.</summary>
public abstract class ReconciliationBench(PostgresFixture? databases) : ConsoleTests(null, databases)
{
    private protected TwoSides TheSides { get; } = new();

    // The middle of yesterday in the pair's zone: today's clock may stand anywhere.
    private protected static DateTimeOffset Yesterday => new DateTimeOffset(DateTimeOffset.UtcNow.UtcDateTime.Date, TimeSpan.Zero).AddHours(-12);

    protected override IEnumerable<KeyValuePair<string, string?>> Settings
    {
        get
        {
            Write("PT1M");
            return [new("Pairs:Folder", PairsFolder)];
        }
    }

    private protected async Task<JsonElement> RunAsync(object? request = null)
    {
        return await EndAsync(await StartAsync(request ?? new { pair = ConsoleHarness.Pair }));
    }

    private protected async Task<JsonElement> EndAsync(string path)
    {
        JsonElement report = default;
        await Eventually.TrueAsync(async () => (report = await Console.GetAsync(path)).GetProperty("state").GetString() is "done" or "failed", "it ends", 120);
        Assert.Equal("done", report.GetProperty("state").GetString());
        return report;
    }

    private protected async Task<string> StartAsync(object request)
    {
        if (TheSides.Asked.IsEmpty) await TheSides.ConnectAsync(Console, Ct);
        using var answer = await Console.PostAsync("/api/reconciliations", request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private protected void Write(string grace, int healAtMost = 100) => File.WriteAllText(Path.Combine(PairsFolder, "shop-erp.json"), $$"""
        {
          "pair": "{{ConsoleHarness.Pair}}", "mode": "live", "from": "2020-01-01T00:00:00Z", "timeZone": "UTC", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "https://shop.example/" }, "erp": { "connection": "erp", "kind": "acumatica", "url": "https://erp.example/" },
          "reconciliation": { "grace": "{{grace}}", "days": 3, "healAtMost": {{healAtMost}} }
        }
        """);

    private protected static void Change(System.Collections.Concurrent.ConcurrentDictionary<string, ListedRecord> side, int number, Func<ListedRecord, ListedRecord> change) =>
        side[TwoSides.Key(number)] = change(side[TwoSides.Key(number)]);

    private protected static (int Checked, int Found, int Healed, int Remaining, int FalseAlarms) Figures(JsonElement report) =>
        (Number(report, "checked"), Number(report, "found"), Number(report, "healed"), Number(report, "remaining"), Number(report, "falseAlarms"));

    private protected void Customers(string hash, string account, string? inErp = null)
    {
        TheSides.Others[(Sides.Store, Entities.Customer)] = [new ListedRecord { Key = hash, Id = account, Number = account }];
        TheSides.Others[(Sides.Erp, Entities.Customer)] = inErp is null ? [] : [new ListedRecord { Key = inErp, Id = "C000001", Number = "C000001" }];
    }

    private protected async Task<string> TextAsync(string path) => await Console.Http.GetStringAsync(new Uri(path, UriKind.Relative), Ct);

    private protected static ListedRecord Level(string sku, string id, decimal amount) => new() { Key = sku, Id = id, Number = sku, Amount = amount };

    private protected static ListedRecord Money(string key, decimal amount, string reference = "", string method = "Stripe") => new()
    {
        Key = key, Id = key, Number = "7", Reference = reference, Amount = amount, Currency = "USD", Group = method, At = Yesterday.AddHours(-12),
    };

    private protected static (string? Entity, string? Id) RecordOf(JsonElement entry) => (entry.GetProperty("entity").GetString(), entry.GetProperty("recordId").GetString());

    private protected static decimal Amount(JsonElement total, string name) => total.GetProperty(name).GetDecimal();

    private protected static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private protected static (string Key, string Cause, string State) Finding(JsonElement finding) =>
        (finding.GetProperty("key").GetString()!, finding.GetProperty("cause").GetString()!, finding.GetProperty("state").GetString()!);

    private protected static ActivityRecorded Activity(string id, string state) => new()
    {
        Pair = ConsoleHarness.Pair, Lane = "orders", Entity = Entities.Order, RecordId = id, Number = id, Summary = "Held.", State = state, At = DateTimeOffset.UtcNow,
    };

    private protected static AttentionRaised Raised(string id, string @class) => new()
    {
        Pair = ConsoleHarness.Pair, Lane = "orders", Entity = Entities.Order, RecordId = id, Number = id, Class = @class, Reasons = [new Reason("", "x")], At = DateTimeOffset.UtcNow,
    };
}
