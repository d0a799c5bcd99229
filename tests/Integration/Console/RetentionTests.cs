using Integration.Console.Retention;
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

        await Console.Get<IEnumerable<IHostedService>>().OfType<RetentionSweep>().Single().SweepAsync(Ct);

        var detail = await Console.GetAsync("/api/records/shop-erp/order/1");
        Assert.Equal("Young.", Assert.Single(detail.GetProperty("timeline").EnumerateArray()).GetProperty("summary").GetString());
        Assert.Equal("N-old-open", (await Console.OnlyAttentionAsync()).GetProperty("number").GetString());
        Assert.Equal("N-young-settled", (await Console.OnlyAttentionAsync("?state=settled")).GetProperty("number").GetString());
    }
}
