using Integration.Contracts.Routing;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Integration.Platform;
using Xunit;

namespace Integration.Tests.Integration.Console;

/// <summary>A bulk retry outlives the console that works on it.</summary>
[Trait("Bar", "R9")]
public sealed class RetryCrashTests
{
    private const int Stops = 5;
    private static readonly int Records = ChaosScale.Of(@short: 300, full: 10_000);
    private static readonly string Saga = Queues.OrderToCash(ConsoleHarness.Pair);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_five_times_half_way_it_sends_every_record_once()
    {
        await using var surroundings = await Surroundings.CreateAsync(null, null, Ct);
        surroundings.Settings["Console:RetriesPerSecond"] = $"{Math.Min(1000, Records / 10)}";
        var path = "";
        var sent = 0;
        for (var stop = 0; stop < Stops; stop++)
        {
            await using var console = await ConsoleHarness.StartAsync(surroundings.Settings);
            if (stop == 0)
            {
                await console.FillAsync(Records);
                using var answer = await console.PostAsync("/api/attention/retry-all", new { pair = ConsoleHarness.Pair });
                path = answer.Headers.Location!.ToString();
            }

            var before = sent;
            await Eventually.TrueAsync(async () => (sent = (await console.GetAsync(path)).GetProperty("sent").GetInt32()) > before, "it goes on", 60);
            Assert.InRange(sent, 1, Records - 1);
        }

        await using var last = await ConsoleHarness.StartAsync(surroundings.Settings);
        await Eventually.TrueAsync(async () => (await last.GetAsync(path)).GetProperty("state").GetString() == "done", "it ends", 120);

        var ended = await last.GetAsync(path);
        Assert.Equal((Records, Records, 0), (ended.GetProperty("found").GetInt32(), ended.GetProperty("sent").GetInt32(), ended.GetProperty("skipped").GetInt32()));
        var orders = await last.SentOrdersAsync(Saga);
        Assert.Equal(Records, orders.Count);
        Assert.Equal(Records, orders.Distinct(StringComparer.Ordinal).Count());
        Verdict.Tell($"R9: {Records} records retried together, stopped {Stops} times half-way: {orders.Count} sent, {orders.Distinct(StringComparer.Ordinal).Count()} of them different");
        Assert.Empty(await last.AttentionAsync("?state=open"));
    }

    [Fact]
    public async Task Stopped_while_it_claims_it_finds_every_record_once()
    {
        await using var surroundings = await Surroundings.CreateAsync(null, null, Ct);
        surroundings.Settings["Console:RetriesPerSecond"] = "1000";
        await using (var console = await ConsoleHarness.StartAsync(surroundings.Settings))
        {
            await console.FillAsync(Records);
            await console.ClaimWithoutSendingAsync(steps: 1);
        }

        await using var last = await ConsoleHarness.StartAsync(surroundings.Settings);
        await last.SendClaimedAsync();

        await Eventually.TrueAsync(async () => (await last.GetAsync("/api/retries")).EnumerateArray().Single().GetProperty("state").GetString() == "done", "it ends", 120);
        Assert.Equal(Records, (await last.SentOrdersAsync(Saga)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Records, (await last.SentOrdersAsync(Saga)).Count);
    }
}
