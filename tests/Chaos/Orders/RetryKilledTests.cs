using Integration.Contracts.Operations;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Chaos.Orders;

/// <summary>Bar R9 over separate processes: the console is killed in the middle of a bulk retry. That it is stopped in good order stands with the console's tests.</summary>
public sealed class RetryKilledTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const int Kills = 5;
    private const int AtOnce = 250;
    private static readonly TimeSpan Listed = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Sent = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BackOnList = TimeSpan.FromMinutes(5);

    [Fact(Explicit = true, Timeout = 1_500_000)]
    [Trait("Bar", "R9")]
    public async Task Killed_half_way_the_console_has_each_record_tried_exactly_once_more()
    {
        var ct = TestContext.Current.CancellationToken;
        var orders = ChaosScale.Orders(@short: 300, full: 10_000);
        await using var stack = await ChaosStack.SeparateAsync(broker, postgres, ct);
        var ids = new List<string>();
        foreach (var chunk in Enumerable.Range(0, orders).Chunk(AtOnce))
        {
            // Lines that do not add up to their total never do: each is listed again after its retry, and its entry counts how often.
            var placed = await stack.PlaceManyAsync(chunk.Select(index => Checkout.Good("retried", index).With("breakTotalBy", 3.21m)), ct);
            ids.AddRange(placed.Select(order => order.Id));
        }

        await ListedAsync(stack, orders, times: 1, Listed, ct);
        var retry = await stack.Operations.RetryAllAsync(SandboxPairFile.Pair, AttentionClasses.InvalidOrder, ct);
        await KillAsync(stack, retry, orders, ct);
        var ended = await Eventually.FindAsync(token => stack.Operations.ProgressAsync(retry, token), progress => progress?["state"]?.ToString() == "done", Sent, progress => $"{progress}", ct);
        var entries = await ListedAsync(stack, orders, times: 2, BackOnList, ct);

        var sent = new Dictionary<string, int>();
        foreach (var id in ids) sent[id] = (await stack.Operations.TimelineAsync(SandboxPairFile.Pair, id, ct)).Count(line => line.Contains("Retried with others", StringComparison.Ordinal));
        Verdict.Tell($"R9: {orders} records retried together, the console killed {stack.Deaths.GetValueOrDefault(ServiceRole.Console.Name)} times: {ended!["sent"]} sent, {sent.Values.Count(times => times == 1)} once, "
            + $"{sent.Values.Count(times => times > 1)} more often; {entries.Count(entry => entry.Times == 2)} tried once more");
        Assert.Equal(Kills, stack.Deaths[ServiceRole.Console.Name]);
        Assert.Equal((orders, orders, 0), ((int)ended["found"]!, (int)ended["sent"]!, (int)ended["skipped"]!));
        Assert.All(sent, order => Assert.Equal(1, order.Value));
        Assert.All(entries, entry => Assert.Equal(2, entry.Times));
        Assert.Equal(ids.Order(), entries.Select(entry => entry.RecordId).Order());
    }

    private static async Task KillAsync(ChaosStack stack, Uri retry, int orders, CancellationToken ct)
    {
        var dice = new Random(ChaosScale.Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            var due = (int)(orders * (kill + dice.NextDouble()) / (Kills + 1));
            var progress = await Eventually.FindAsync(token => stack.Operations.ProgressAsync(retry, token), now => (int?)now?["sent"] >= due, Sent, now => $"{now}", ct, everyMs: 20);
            Assert.NotEqual("done", progress!["state"]!.ToString());
            Assert.True(stack.Kill(ServiceRole.Console.Name), "The console answered and is not there.");
        }
    }

    private static Task<IReadOnlyList<Attention>> ListedAsync(ChaosStack stack, int orders, int times, TimeSpan deadline, CancellationToken ct) => Eventually.FindAsync(
        stack.Operations.AttentionAsync, list => list.Count == orders && list.All(entry => entry.Times >= times), deadline,
        list => string.Join(", ", list.CountBy(entry => $"{entry.Class}, {entry.Times} times").Select(kind => $"{kind.Value} {kind.Key}")), ct, everyMs: 2_000);
}
