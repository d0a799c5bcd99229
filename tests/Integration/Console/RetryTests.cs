using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Tests.Servers;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public abstract class RetryTests(PostgresFixture? databases) : ConsoleTests(null, databases)
{
    private static readonly string Saga = Queues.OrderToCash(ConsoleHarness.Pair);

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Console:RetriesPerSecond", "1000")];

    [Fact]
    public async Task Groups_show_lookup_and_code_or_document_version_and_rule()
    {
        await Console.ReportAsync(
            Unmapped("1", "taxes", "VAT"), Unmapped("2", "taxes", "VAT", rule: "Other.TaxID"), Unmapped("3", "ships", "Drone"), Failed("4", 3, "Details.InventoryID"), Raised("5", 0));

        var groups = (await Console.GetAsync("/api/attention/groups")).EnumerateArray().Select(Words).ToList();

        Assert.Equal(["unmapped-code taxes VAT 2/2", "mapping-failed orders.toErp 3 Details.InventoryID 1/1", "rejected-by-erp 1/1", "unmapped-code ships Drone 1/1"], groups);
    }

    [Fact]
    public async Task Retrying_a_group_sends_every_entry_with_that_cause_once_and_nothing_else()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(
            Unmapped("1", "taxes", "VAT"), Unmapped("2", "taxes", "VAT"), Unmapped("3", "taxes", "GST"), Unmapped("4", "ships", "VAT"), Failed("5", 1, "R"), Raised("6", 0));
        var group = (await Console.GetAsync("/api/attention/groups")).EnumerateArray().First(one => Words(one).Contains("taxes VAT", StringComparison.Ordinal)).GetProperty("filter");

        var progress = await DoneAsync(await StartAsync(group));

        Assert.Equal((2, 2, 0), Figures(progress));
        Assert.Equal("Ada", progress.GetProperty("operator").GetString());
        Assert.Equal(["1", "2"], (await Console.ExpectAsync<ResubmitOrder>(2)).Select(sent => sent.Key.OrderId).Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2"], (await Console.AttentionAsync("?state=retrying")).Select(entry => entry.GetProperty("recordId").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await Console.AttentionAsync("?state=open")).Count);
    }

    [Fact]
    public async Task A_corrected_lookup_sends_what_waits_for_it_by_itself_and_once()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(Unmapped("1", "taxes", "VAT"), Unmapped("2", "ships", "Drone"), Failed("3", 1, "R"), Unmapped("4", "taxes", "GST", pair: "other-pair"));

        await Console.ReportAsync(new PairCorrected(ConsoleHarness.Pair, ["taxes"], [], At(1)));

        Assert.Equal("1", Assert.Single(await Console.ExpectAsync<ResubmitOrder>(1)).Key.OrderId);
        await Eventually.TrueAsync(async () => (await RetriesAsync()) is [var only] && State(only) == "done", "the correction's retry is through");
        Assert.Equal("the change of lookup taxes", (await RetriesAsync())[0].GetProperty("operator").GetString());
        Assert.Equal("Sent again after the change of lookup taxes.", (await Console.OnlyAttentionAsync("?state=retrying")).GetProperty("note").GetString());
        Assert.Single(Console.Sent);
    }

    [Fact]
    public async Task A_corrected_mapping_sends_what_failed_in_it_by_itself()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(Failed("1", 1, "R"), Raised("2", 0));

        await Console.ReportAsync(new PairCorrected(ConsoleHarness.Pair, [], ["orders.toErp"], At(1)));

        Assert.Equal("1", Assert.Single(await Console.ExpectAsync<ResubmitOrder>(1)).Key.OrderId);
    }

    [Fact]
    public async Task A_correction_that_nothing_waits_for_leaves_no_trace()
    {
        await Console.ReportAsync(Raised("1", 0), new PairCorrected(ConsoleHarness.Pair, ["taxes"], [], At(1)));
        Assert.Single(await RetriesAsync());

        await Eventually.TrueAsync(async () => (await RetriesAsync()).Count == 0, "it is gone");
        Assert.Equal("open", (await Console.OnlyAttentionAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Raised_again_with_another_cause_it_stands_in_that_group_only()
    {
        await Console.ReportAsync(Unmapped("1", "taxes", "VAT"), Unmapped("1", "ships", "Drone", minute: 5));

        Assert.Equal("unmapped-code ships Drone 1/1", Words(Assert.Single((await Console.GetAsync("/api/attention/groups")).EnumerateArray())));
    }

    [Fact]
    public async Task A_cancelled_retry_sends_no_more_and_frees_what_it_claimed()
    {
        await Console.FillAsync(400);
        var id = (await StartAsync(new { })).GetProperty("id").GetString();

        using var answer = await Console.PostAsync($"/api/retries/{id}/cancel", new { });

        var cancelled = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("cancelled", State(cancelled));
        var (_, sent, _) = Figures(cancelled);
        Assert.InRange(sent, 0, 399);
        var rest = await DoneAsync(await StartAsync(new { }));
        Assert.Equal((400 - sent, 400 - sent, 0), Figures(rest));
        Assert.Equal(400, (await Console.SentOrdersAsync(Saga)).Distinct().Count());
        Assert.Equal(400, (await Console.SentOrdersAsync(Saga)).Count);
    }

    [Fact]
    public async Task Two_retries_at_once_send_each_entry_once()
    {
        await Console.FillAsync(150);

        var started = await Task.WhenAll(StartAsync(new { }), StartAsync(new { pair = ConsoleHarness.Pair }), StartAsync(new { @class = "rejected-by-erp" }));
        var ended = new List<JsonElement>();
        foreach (var retry in started) ended.Add(await DoneAsync(retry));

        Assert.Equal(150, ended.Sum(retry => Figures(retry).Sent));
        Assert.Equal(150, (await Console.SentOrdersAsync(Saga)).Distinct().Count());
        Assert.Equal(150, (await Console.SentOrdersAsync(Saga)).Count);
    }

    [Fact]
    public async Task What_somebody_settled_after_it_was_claimed_is_passed_over()
    {
        await Console.ReportAsync(Raised("1", 0), Raised("2", 0));
        await Console.ClaimWithoutSendingAsync();
        using (var settled = await Console.PostAsync("/api/attention/settle", new { key = $"{ConsoleHarness.Pair}|order|1|rejected-by-erp", note = "by hand" })) settled.EnsureSuccessStatusCode();

        await Console.SendClaimedAsync();

        await Eventually.TrueAsync(async () => State((await RetriesAsync())[0]) == "done", "through");
        Assert.Equal((2, 1, 1), Figures((await RetriesAsync())[0]));
        Assert.Equal(["2"], await Console.SentOrdersAsync(Saga));
    }

    [Fact]
    public async Task An_unknown_retry_is_said_to_be_unknown()
    {
        using var shown = await Console.Http.GetAsync(new Uri("/api/retries/none", UriKind.Relative), Ct);
        await RefusedAsync(shown, HttpStatusCode.NotFound, "no such bulk retry");
        using var cancelled = await Console.PostAsync("/api/retries/none/cancel", new { });
        await RefusedAsync(cancelled, HttpStatusCode.NotFound, "no such bulk retry");
    }

    private static AttentionRaised Unmapped(string order, string table, string code, int minute = 0, string rule = "TaxID", string pair = ConsoleHarness.Pair) =>
        Raised(order, minute, attentionClass: AttentionClasses.UnmappedCode, pair: pair) with
        {
            Reasons = [new Reason(rule, "No row.") { Cause = new ReasonCause { Table = table, Code = code, Document = "orders.toErp", Version = 1, Rule = rule } }],
        };

    private static AttentionRaised Failed(string order, int version, string rule) => Raised(order, 0, attentionClass: AttentionClasses.MappingFailed) with
    {
        Reasons = [new Reason(rule, "Failed.") { Cause = new ReasonCause { Document = "orders.toErp", Version = version, Rule = rule } }],
    };

    private static string Words(JsonElement group)
    {
        var filter = group.GetProperty("filter");
        string[] names = ["class", "table", "code", "document", "version", "rule"];
        var words = names.Select(name => filter.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "").Where(word => word.Length > 0);
        return $"{string.Join(' ', words)} {group.GetProperty("entries")}/{group.GetProperty("open")}";
    }

    private static string State(JsonElement retry) => retry.GetProperty("state").GetString()!;

    private static (int Found, int Sent, int Skipped) Figures(JsonElement retry) =>
        (retry.GetProperty("found").GetInt32(), retry.GetProperty("sent").GetInt32(), retry.GetProperty("skipped").GetInt32());

    private async Task<JsonElement> StartAsync(object filter)
    {
        using var answer = await Console.PostAsync("/api/attention/retry-all", filter);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal($"/api/retries/{started.GetProperty("id").GetString()}", answer.Headers.Location?.ToString());
        return started;
    }

    private async Task<JsonElement> DoneAsync(JsonElement started)
    {
        var path = $"/api/retries/{started.GetProperty("id").GetString()}";
        await Eventually.TrueAsync(async () => State(await Console.GetAsync(path)) == "done", "the retry is through");
        return await Console.GetAsync(path);
    }

    private async Task<IReadOnlyList<JsonElement>> RetriesAsync() => [.. (await Console.GetAsync("/api/retries")).EnumerateArray()];
}
