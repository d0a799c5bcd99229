using System.Diagnostics;
using System.Text;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S1: what is no hint is refused, whatever it is, and leaves nothing behind.</summary>
[Trait("Bar", "S1")]
public sealed class MalformedHintTests(PostgresFixture databases)
{
    private const long Growth = 50L * 1024 * 1024;
    private static readonly byte[] Hint = """{"type":"order.changed","entity":"order","id":"8"}"""u8.ToArray();
    private static readonly byte[] Notification = """{"Inserted":[{"OrderType":"WO","OrderNbr":"8"}]}"""u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Malformed_bodies_with_a_right_signature_or_secret_are_refused() => RefuseAllAsync(null);

    [Fact]
    public Task Malformed_bodies_are_refused_over_PostgreSQL() => RefuseAllAsync(databases);

    [Theory]
    [InlineData("Content-Length: 10485760")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task Ten_megabytes_are_refused_before_they_are_taken(string length)
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);
        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        await client.SendAsync(Encoding.ASCII.GetBytes($"POST /hints/{HintGateway.Pair} HTTP/1.1\r\nHost: x\r\n{length}\r\n\r\n"), Ct);
        for (var sent = 0; sent < 10 * 1024 * 1024; sent += chunk.Length) await client.SendAsync(chunk, Ct);

        // 0: it hung up on us before we could read why.
        Assert.Contains((await client.AnswerAsync(Ct)).Status, new[] { 413, 400, 0 });
        Assert.Empty(gateway.Failures.Lines);
        using var other = new RawHttp(gateway.EndPoint);
        Assert.Equal(202, await SendAsync(other, HintMessage.OfOrder("1"), Ct));
    }

    [Fact]
    public async Task Ten_megabytes_that_are_announced_are_refused_with_the_reason()
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);

        var answer = await client.ExchangeAsync(Encoding.ASCII.GetBytes($"POST /hints/{HintGateway.Pair} HTTP/1.1\r\nHost: x\r\nContent-Length: 10485760\r\n\r\n"), Ct);

        Assert.Equal(413, answer.Status);
    }

    private static Task<int> SendAsync(RawHttp client, HintMessage hint, CancellationToken ct) => client.PostAsync($"/hints/{HintGateway.Pair}", hint.Headers, hint.Body, ct);

    private static async Task RefuseAllAsync(PostgresFixture? databases)
    {
        await using var gateway = await HintGateway.StartAsync(databases);
        var bodies = new MalformedBodies(ChaosScale.Seed);
        using var client = new RawHttp(gateway.EndPoint);
        Assert.Equal(202, await SendAsync(client, HintMessage.OfOrder("1"), Ct));
        Assert.Equal(202, await PushAsync(client, Notification));
        var count = ChaosScale.Of(@short: 500, full: 10_000);
        var (statuses, before, peak) = (new Dictionary<int, int>(), 0L, 0L);
        for (var index = 0; index < count; index++)
        {
            var body = bodies.Next(index % 2 == 0 ? Hint : Notification);
            var status = index % 2 == 0 ? await SendAsync(client, HintMessage.Of(body), Ct) : await PushAsync(client, body);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status is >= 400 and < 500, $"{(index % 2 == 0 ? "hint" : "push")} {index} of seed {ChaosScale.Seed}: {status} for {Convert.ToHexString(body.AsSpan(0, Math.Min(200, body.Length)))}");
            // The first ones pay for compiling.
            if (index == count / 10) before = Memory();
            if (index > count / 10 && index % 100 == 0) peak = Math.Max(peak, Memory());
        }

        Verdict.Tell($"S1: {count} malformed hints and notifications over {(databases is null ? "SQLite" : "PostgreSQL")}: {string.Join(", ", statuses.Select(status => $"{status.Value} times {status.Key}"))}; memory +{Math.Max(0, peak - before) / 1024 / 1024} MB at most, client and server together");
        Assert.Empty(gateway.Failures.Lines);
        Assert.Equal(2, (await gateway.LooksAsync()).Count);
        // Alone in the process only: beside other tests it is their memory too.
        if (ChaosScale.IsFull) Assert.InRange(peak - before, long.MinValue, Growth);
    }

    private static Task<int> PushAsync(RawHttp client, byte[] body) =>
        client.PostAsync($"/push/{HintGateway.Erp}", [("Integration-Push-Secret", HintGateway.PushSecret)], body, Ct);

    private static long Memory()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
