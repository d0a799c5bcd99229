using System.Diagnostics;
using System.Text;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S5: callers that hold connections and say nothing, or say it slowly, keep nobody out and are put out.</summary>
[Trait("Bar", "S5")]
public sealed class SlowConnectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_of_slow_connections_keep_no_hint_out_and_are_closed()
    {
        // In production ten seconds each; the test need not wait so long.
        await using var gateway = await HintGateway.StartAsync(change: settings =>
        {
            settings["Kestrel:Limits:RequestHeadersTimeout"] = "00:00:03";
            settings["Kestrel:Limits:KeepAliveTimeout"] = "00:00:03";
            settings["Hints:BodyDeadline"] = "00:00:03";
        });
        var connections = ChaosScale.Of(@short: 150, full: 500);
        var slow = new List<Task<bool>>();
        for (var index = 0; index < connections; index++) slow.Add(StallAsync(gateway, (Stall)(index % 4)));

        var (good, late, worst) = (0, 0, TimeSpan.Zero);
        using (var client = new RawHttp(gateway.EndPoint))
        {
            do
            {
                var watch = Stopwatch.StartNew();
                var hint = HintMessage.OfOrder($"{good + late}");
                if (await client.PostAsync(gateway.Hints.AbsolutePath, hint.Headers, hint.Body, Ct) == 202 && watch.Elapsed < TimeSpan.FromSeconds(2)) good++;
                else late++;
                if (watch.Elapsed > worst) worst = watch.Elapsed;
                await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
            }
            while (!slow.TrueForAll(task => task.IsCompleted));
        }

        var closed = (await Task.WhenAll(slow)).Count(put => put);
        Verdict.Tell($"S5: {connections} slow connections, {closed} closed by us; meanwhile {good} of {good + late} hints taken, the slowest in {worst.TotalMilliseconds:0} ms");
        Assert.Equal(connections, closed);
        Assert.InRange(good, 0.8 * (good + late), good + late);
        Assert.True(good > 10, $"only {good} hints were sent");
        Assert.True(gateway.Failures.Lines.Count == 0, string.Join('\n', gateway.Failures.Lines.Take(3)));
    }

    // True when the server ended it, within a deadline far beyond its own.
    private static async Task<bool> StallAsync(HintGateway gateway, Stall stall)
    {
        using var client = new RawHttp(gateway.EndPoint);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await client.SendAsync(Encoding.ASCII.GetBytes(stall switch
        {
            Stall.Silent => "",
            Stall.Headers => $"POST /hints/{HintGateway.Pair} HTTP/1.1\r\nHost: x\r\n",
            Stall.Idle => "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n",
            _ => $"POST /hints/{HintGateway.Pair} HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n",
        }), patience.Token);
        try
        {
            var answering = EndAsync(client, patience.Token);
            while (await Task.WhenAny(answering, Task.Delay(TimeSpan.FromMilliseconds(400), patience.Token)) != answering)
            {
                // Just enough to look alive.
                if (stall == Stall.Headers) await client.SendAsync("X: y\r\n"u8.ToArray(), patience.Token);
                if (stall == Stall.Body) await client.SendAsync(new byte[300], patience.Token);
            }

            return await answering;
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<bool> EndAsync(RawHttp client, CancellationToken ct)
    {
        while (true)
        {
            var answer = await client.AnswerAsync(ct);
            if (answer.Status == 0 || answer.Closes) return true;
        }
    }

    private enum Stall
    {
        Silent,
        Headers,
        Body,
        Idle,
    }
}
