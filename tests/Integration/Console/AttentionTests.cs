using System.Net;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Tests.Servers;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public abstract class AttentionTests(PostgresFixture? databases) : ConsoleTests(null, databases)
{
    private static readonly string Saga = Queues.OrderToCash(ConsoleHarness.Pair);

    [Fact]
    public async Task An_entry_has_number_class_every_reason_and_what_to_do()
    {
        await Console.ReportAsync(Raised("1", 0));

        var entry = await Console.OnlyAttentionAsync();

        Assert.Equal(("N-1", "rejected-by-erp", "Add the item, then retry.", true), (
            entry.GetProperty("number").GetString(), entry.GetProperty("class").GetString(), entry.GetProperty("advice").GetString(), entry.GetProperty("canRetry").GetBoolean()));
        Assert.Equal("Item AX-1 is not in the ERP.", entry.GetProperty("reasons")[0].GetProperty("message").GetString());
        Assert.Equal("Details[0].InventoryID", entry.GetProperty("reasons")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Raised_again_it_stays_one_entry_with_the_first_failure_and_the_latest_reason()
    {
        await Console.ReportAsync(Raised("1", 0), Raised("1", 5, "Item AX-2 is not in the ERP."));

        var entry = await Console.OnlyAttentionAsync();

        Assert.Equal((At(0), At(5), 2), (entry.GetProperty("firstAt").GetDateTimeOffset(), entry.GetProperty("lastAt").GetDateTimeOffset(), entry.GetProperty("times").GetInt32()));
        Assert.Equal("Item AX-2 is not in the ERP.", entry.GetProperty("reasons")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Cleared_it_leaves_the_list_and_raised_later_it_opens_again()
    {
        await Console.ReportAsync(Raised("1", 0), Cleared("1", 1));
        Assert.Empty(await Console.AttentionAsync());
        Assert.Equal("The ERP took it.", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("note").GetString());

        await Console.ReportAsync(Raised("1", 2));

        Assert.Equal(At(2), (await Console.OnlyAttentionAsync()).GetProperty("firstAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_report_overtaken_by_its_own_clearing_needs_nobody()
    {
        await Console.ReportAsync(Cleared("1", 2), Raised("1", 1));

        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task Clearing_one_class_leaves_the_others_and_what_was_raised_later()
    {
        await Console.ReportAsync(
            Raised("1", 0), Raised("1", 0, attentionClass: AttentionClasses.Overdue), Raised("1", 9, attentionClass: AttentionClasses.Differs),
            Cleared("1", 5, AttentionClasses.Overdue));
        Assert.Equal(["differs", "rejected-by-erp"], (await Console.AttentionAsync()).Select(entry => entry.GetProperty("class").GetString()));

        await Console.ReportAsync(Cleared("1", 6));

        Assert.Equal("differs", (await Console.OnlyAttentionAsync()).GetProperty("class").GetString());
    }

    [Fact]
    public async Task The_answer_to_a_retry_clears_it_though_the_clocks_disagree()
    {
        await Console.ReportAsync(Raised("1", 0));
        await RetryAsync("1");

        // The console's own clock is far ahead of the reports'.
        await Console.ReportAsync(Cleared("1", 1));

        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task A_retry_sends_the_entrys_message_once_and_shows_who_pressed()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(Activity("1", 0, "Read."), Raised("1", 1));

        await RetryAsync("1");

        Assert.Equal("1", Assert.Single(await Console.ExpectAsync<ResubmitOrder>(1)).Key.OrderId);
        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal(("retrying", "Retried by Ada."), (entry.GetProperty("state").GetString(), entry.GetProperty("note").GetString()));
        var timeline = (await Console.GetAsync("/api/records/shop-erp/order/1")).GetProperty("timeline");
        Assert.Equal("rejected-by-erp: Retried by Ada.", timeline[1].GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Of_two_operators_at_once_one_wins_and_one_message_goes_out()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(Raised("1", 0));
        var action = await ActionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Console.PostAsync("/api/attention/retry", action)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        foreach (var lost in answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent)) await RefusedAsync(lost, HttpStatusCode.Conflict, "Somebody else acted on this entry first");
        await Console.ReportAsync(Raised("2", 1));
        await RetryAsync("2");
        Assert.Equal(["1", "2"], (await Console.ExpectAsync<ResubmitOrder>(2)).Select(sent => sent.Key.OrderId));
    }

    [Fact]
    public async Task An_entry_whose_retry_brings_no_answer_can_be_acted_on_by_who_has_seen_that()
    {
        await Console.ReportAsync(Raised("1", 0));
        await RetryAsync("1");

        using var settled = await Console.PostAsync("/api/attention/settle", await ActionAsync());

        Assert.Equal(HttpStatusCode.NoContent, settled.StatusCode);
    }

    [Fact]
    public async Task A_retry_that_fails_for_another_reason_leaves_that_one_only()
    {
        await Console.ReportAsync(Raised("1", 0), Raised("1", 0, attentionClass: AttentionClasses.Differs));
        await RetryAsync("1");

        await Console.ReportAsync(Raised("1", 5, attentionClass: AttentionClasses.MappingFailed));

        Assert.Equal(["differs", "mapping-failed"], (await Console.AttentionAsync()).Select(entry => entry.GetProperty("class").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("Sent again, it failed otherwise: mapping-failed.", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_retry_that_cannot_be_sent_changes_nothing()
    {
        await Console.ReportAsync(Raised("1", 0) with { Retry = new RetryMessage(Saga, "No.Such.Message", "{}") });

        using var answer = await Console.PostAsync("/api/attention/retry", await ActionAsync());

        await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "cannot be retried");
        Assert.Equal("open", (await Console.OnlyAttentionAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Done_settles_with_note_and_name_and_sends_nothing()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        await Console.ReportAsync(Raised("1", 0), Raised("2", 0));

        var first = (await Console.AttentionAsync()).Single(entry => entry.GetProperty("recordId").GetString() == "1");
        using var answer = await Console.PostAsync("/api/attention/settle", new { key = first.GetProperty("key").GetString(), version = 1, note = "typed in by hand" });
        await RetryAsync("2");

        Assert.Equal("Done by Ada: typed in by hand", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("note").GetString());
        Assert.Equal("2", Assert.Single(await Console.ExpectAsync<ResubmitOrder>(1)).Key.OrderId);
    }

    [Fact]
    public async Task Retrying_all_sends_every_open_entry_of_the_class_once_and_again_only_what_is_still_open()
    {
        await Console.ListenAsync<ResubmitOrder>(Saga);
        for (var order = 0; order < 7; order++) await Console.ReportAsync(Raised($"{order}", order, attentionClass: AttentionClasses.UnmappedCode));
        await Console.ReportAsync(Raised("other", 0), Raised("stuck", 0, attentionClass: AttentionClasses.UnmappedCode) with { Retry = null });

        await RetryAllAsync();
        await Console.ExpectAsync<ResubmitOrder>(7);
        await Console.ReportAsync(Raised("3", 20, attentionClass: AttentionClasses.UnmappedCode));
        await RetryAllAsync();

        Assert.Equal(["0", "1", "2", "3", "3", "4", "5", "6"], (await Console.ExpectAsync<ResubmitOrder>(8)).Select(sent => sent.Key.OrderId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_of_the_list_are_full_although_settled_entries_lie_between()
    {
        for (var order = 0; order < 8; order++)
        {
            await Console.ReportAsync(Raised($"{order}", order));
            if (order % 2 == 1) await Console.ReportAsync(Cleared($"{order}", order));
        }

        Assert.Equal(["6", "4", "2"], (await Console.AttentionAsync("?take=3")).Select(entry => entry.GetProperty("recordId").GetString()));
        Assert.Equal(["0"], (await Console.AttentionAsync("?take=3&skip=3")).Select(entry => entry.GetProperty("recordId").GetString()));
    }

    private async Task RetryAllAsync()
    {
        using var answer = await Console.PostAsync("/api/attention/retry-all", new { pair = ConsoleHarness.Pair, @class = AttentionClasses.UnmappedCode });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await Eventually.TrueAsync(async () => (await Console.GetAsync("/api/retries")).EnumerateArray().All(retry => retry.GetProperty("state").GetString() == "done"), "the retry is through");
    }

    private async Task<object> ActionAsync()
    {
        var entry = await Console.OnlyAttentionAsync();
        return new { key = entry.GetProperty("key").GetString(), version = entry.GetProperty("version").GetInt32() };
    }

    private async Task RetryAsync(string order)
    {
        using var answer = await Console.PostAsync("/api/attention/retry", new { key = $"{ConsoleHarness.Pair}|order|{order}|rejected-by-erp" });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
