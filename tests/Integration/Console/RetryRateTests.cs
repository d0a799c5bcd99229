using System.Net.Http.Json;
using System.Text.Json;
using Integration.Contracts.Routing;
using Xunit;

namespace Integration.Tests.Integration.Console;

public sealed class RetryRateTests : ConsoleTests
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Console:RetriesPerSecond", "5")];

    [Fact]
    public async Task A_bulk_retry_sends_no_more_per_second_than_it_may()
    {
        await Console.FillAsync(12);

        using var answer = await Console.PostAsync("/api/attention/retry-all", new { pair = ConsoleHarness.Pair });
        var path = $"/api/retries/{(await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()}";
        await Eventually.TrueAsync(async () => (await Console.GetAsync(path)).GetProperty("state").GetString() == "done", "the retry is through");

        // Five at once, five after a second, two after another.
        var ended = await Console.GetAsync(path);
        Assert.InRange(ended.GetProperty("finishedAt").GetDateTimeOffset() - ended.GetProperty("startedAt").GetDateTimeOffset(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));
        Assert.Equal(12, (await Console.SentOrdersAsync(Queues.OrderToCash(ConsoleHarness.Pair))).Count);
    }
}
