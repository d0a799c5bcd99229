using System.Collections.Concurrent;
using System.Diagnostics;
using Integration.Tests.Chaos.Harness;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S5: a sender that floods us is told to come later, and the others get through.</summary>
[Trait("Bar", "S5")]
public sealed class FloodTests
{
    private const int Waiting = 16;
    private static readonly byte[] Notification = """{"Inserted":[{"OrderType":"WO","OrderNbr":"8"}]}"""u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sender_with_too_many_hints_waiting_is_told_to_come_later_and_others_are_not()
    {
        await using var gateway = await HintGateway.StartAsync(change: settings => settings["Hints:Waiting"] = $"{Waiting}");
        var clients = Enumerable.Range(0, (2 * Waiting) + 1).Select(_ => new RawHttp(gateway.EndPoint)).ToList();
        await using var holder = new SqliteConnection($"Data Source={gateway.DatabaseFile}");
        await holder.OpenAsync(Ct);
        await using var held = holder.BeginTransaction(deferred: false);

        // Nothing can be stored now, so that all of them wait.
        var flood = clients.Take(2 * Waiting).Select((client, index) => HintAsync(gateway, client, $"{index}")).ToList();
        await Eventually.TrueAsync(() => flood.Count(sent => sent.IsCompleted) == Waiting, "the second half is refused");
        var other = clients[^1].PostAsync(gateway.Push.AbsolutePath, [("Integration-Push-Secret", HintGateway.PushSecret)], Notification, Ct);
        Assert.All(flood.Where(sent => sent.IsCompleted), sent => Assert.Equal(429, sent.Result.Status));
        Assert.All(flood.Where(sent => sent.IsCompleted), sent => Assert.Contains("Retry-After: 10", sent.Result.Head, StringComparison.OrdinalIgnoreCase));
        await held.RollbackAsync(Ct);

        Assert.Equal(202, await other);
        Assert.Equal(Waiting, (await Task.WhenAll(flood)).Count(answer => answer.Status == 202));
        Assert.Equal(Waiting + 1, (await gateway.LooksAsync()).Count);
        Assert.Equal(202, (await HintAsync(gateway, clients[0], "again")).Status);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Good_hints_get_through_while_ten_times_as_many_forged_and_repeated_ones_come()
    {
        await using var gateway = await HintGateway.StartAsync();
        var (time, each) = (ChaosScale.Of(@short: TimeSpan.FromSeconds(2), full: TimeSpan.FromSeconds(30)), TimeSpan.FromMilliseconds(10));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var flooded = new ConcurrentDictionary<int, int>();
        // Ten that send as fast as they can, without waiting for their turn as the good one does.
        var flood = Enumerable.Range(0, 10).Select(index => Task.Run(() => FloodAsync(gateway, index, flooded, over.Token), Ct)).ToList();
        var (good, sent, watch) = (0, 0, Stopwatch.StartNew());
        var answers = new List<Task<bool>>();
        using var pace = new PeriodicTimer(each);
        while (watch.Elapsed < time && await pace.WaitForNextTickAsync(Ct))
        {
            // However slow the machine is, ten others have come for each of them.
            if (flooded.Values.Sum() < 10 * (sent + 1)) continue;
            var order = $"good-{sent++}";
            answers.Add(Task.Run(
                async () =>
                {
                    using var client = new RawHttp(gateway.EndPoint);
                    var began = Stopwatch.StartNew();
                    return (await HintAsync(gateway, client, order)).Status == 202 && began.Elapsed < TimeSpan.FromSeconds(2);
                },
                Ct));
        }

        good = (await Task.WhenAll(answers)).Count(taken => taken);
        await over.CancelAsync();
        await Task.WhenAll(flood);

        Verdict.Tell($"S5: {good} of {sent} good hints taken within 2 s while {flooded.Values.Sum()} others came ({string.Join(", ", flooded.OrderBy(one => one.Key).Select(one => $"{one.Value} times {one.Key}"))})");
        Assert.True(flooded.Values.Sum() >= 10 * sent, $"{flooded.Values.Sum()} is no flood beside {sent}");
        Assert.True(sent >= 20, $"{sent} hints in {time.TotalSeconds:0} s say nothing");
        Assert.InRange(good, 0.8 * sent, sent);
        Assert.All(flooded.Keys, status => Assert.Contains(status, new[] { 202, 401, 429, 503 }));
        Assert.Empty(gateway.Failures.Lines);
    }

    private static async Task FloodAsync(HintGateway gateway, int index, ConcurrentDictionary<int, int> answers, CancellationToken over)
    {
        using var client = new RawHttp(gateway.EndPoint);
        var genuine = HintMessage.OfOrder("flood");
        // Half of them an attacker without the secret, half a shop that repeats itself.
        var hint = index % 2 == 0 ? genuine with { Signature = HintMessage.OfOrder("other").Signature } : genuine;
        while (!over.IsCancellationRequested)
        {
            var status = await client.PostAsync(gateway.Hints.AbsolutePath, hint.Headers, hint.Body, Ct);
            answers.AddOrUpdate(status, 1, static (_, count) => count + 1);
        }
    }

    private static async Task<RawAnswer> HintAsync(HintGateway gateway, RawHttp client, string order)
    {
        var hint = HintMessage.OfOrder(order);
        return await client.PostWholeAsync(gateway.Hints.AbsolutePath, hint.Headers, hint.Body, Ct);
    }
}
