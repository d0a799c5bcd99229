using System.Net;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class DecisionTests : ConsoleTests
{
    private const string Key = $"{ConsoleHarness.Pair}|customer|8|conflict";
    private static readonly string Queue = Queues.Write(ConsoleHarness.Pair, "customers.to-erp");

    [Theory]
    [InlineData(DecideConflict.Storefront, "shop")]
    [InlineData(DecideConflict.Erp, "ERP")]
    public async Task A_decision_goes_to_the_service_that_compares_and_stands_in_the_timeline(string keep, string words)
    {
        await Console.ListenAsync<DecideConflict>(Queue);
        await Console.ReportAsync(Activity("8", 0, "It needs a person (conflict).") with { Entity = "customer" }, Conflict());
        Assert.True((await Console.OnlyAttentionAsync()).GetProperty("canDecide").GetBoolean());

        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(keep, version: 1));

        Assert.Equal(new DecideConflict(ConsoleHarness.Pair, "customer", "8", keep, "Ada"), Assert.Single(await Console.ExpectAsync<DecideConflict>(1)));
        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal(("retrying", $"Ada keeps the {words}'s values."), (entry.GetProperty("state").GetString(), entry.GetProperty("note").GetString()));
        var timeline = (await Console.GetAsync("/api/records/shop-erp/customer/8")).GetProperty("timeline");
        Assert.Equal($"conflict: Ada keeps the {words}'s values.", timeline[1].GetProperty("summary").GetString());

        await Console.ReportAsync(new AttentionCleared(ConsoleHarness.Pair, "customer", "8", AttentionClasses.Conflict, "Nothing is in conflict any more.", At(5)));
        Assert.Empty(await Console.AttentionAsync());
    }

    [Fact]
    public async Task A_second_decision_on_what_the_first_one_saw_sends_nothing()
    {
        await Console.ListenAsync<DecideConflict>(Queue);
        await Console.ReportAsync(Conflict());

        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(DecideConflict.Erp, version: 1));
        using var second = await Console.PostAsync("/api/attention/decide", new { key = Key, keep = DecideConflict.Storefront, version = 1 });

        await RefusedAsync(second, HttpStatusCode.Conflict, "Somebody else acted on this entry first");
        await Console.ReportAsync(Conflict() with { At = At(9) });
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(DecideConflict.Storefront));
        Assert.Equal([DecideConflict.Erp, DecideConflict.Storefront], (await Console.ExpectAsync<DecideConflict>(2)).Select(sent => sent.Keep));
    }

    [Fact]
    public async Task A_decision_on_an_entry_that_is_gone_or_decides_nothing_says_so()
    {
        using var unknown = await Console.PostAsync("/api/attention/decide", new { key = Key, keep = DecideConflict.Erp });
        await RefusedAsync(unknown, HttpStatusCode.NotFound, "No such entry");

        await Console.ReportAsync(Conflict(), new AttentionCleared(ConsoleHarness.Pair, "customer", "8", AttentionClasses.Conflict, "Both alike.", At(5)));
        using var settled = await Console.PostAsync("/api/attention/decide", new { key = Key, keep = DecideConflict.Erp, version = 1 });
        await RefusedAsync(settled, HttpStatusCode.Conflict, "it settled meanwhile");

        await Console.ReportAsync(Raised("1", 0));
        Assert.False((await Console.OnlyAttentionAsync()).GetProperty("canDecide").GetBoolean());
        using var other = await Console.PostAsync("/api/attention/decide", new { key = $"{ConsoleHarness.Pair}|order|1|rejected-by-erp", keep = DecideConflict.Erp });
        await RefusedAsync(other, HttpStatusCode.UnprocessableEntity, "nothing to decide");

        using var neither = await Console.PostAsync("/api/attention/decide", new { key = Key, keep = "both" });
        await RefusedAsync(neither, HttpStatusCode.BadRequest, "storefront or erp");
    }

    private static AttentionRaised Conflict() => Raised("8", 1, "Shop and ERP have different values.", AttentionClasses.Conflict) with { Entity = "customer", Lane = "customers", DecisionQueue = Queue };

    private async Task<HttpStatusCode> DecideAsync(string keep, int? version = null)
    {
        using var answer = await Console.PostAsync("/api/attention/decide", new { key = Key, keep, version });
        return answer.StatusCode;
    }
}
