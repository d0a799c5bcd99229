using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.LocalServers;
using Integration.Run.Bench.Load;
using Integration.Run.Bench.Systems;
using Integration.Run.Stack;

namespace Integration.Run.Bench.HintAccept;

/// <summary>
/// <c>hint-accept</c>: signed hints to the gateway, 16 and 64 in flight, beside a bare web server with one insert. The shop's connection is paused, so
/// that what is measured is the accepting; the reading is <c>order-flow</c>'s.
/// </summary>
internal sealed class HintAcceptBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const string Connection = "sandbox-shop";
    private static readonly int[] InFlight = [16, 64];
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(6);

    private TimeSpan Window => TimeSpan.FromSeconds(options.Seconds ?? (options.Full ? 60 : 12));

    public async Task<HintAcceptFigures> RunAsync(CancellationToken ct)
    {
        await using var stack = await BenchStack.StartAsync(options with { AddOn = true }, _ => { }, say, ct);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        await PauseAsync(http, stack.State.Console, ct);
        var gateway = new HintSender(http, new Uri(stack.State.Gateway, $"hints/{SandboxPairFile.Pair}"), time);
        var taken = await MeasureAsync("the gateway", gateway, stack, stack.State.Processes[ServiceRole.Gateway.Name], ct);

        var port = LoopbackPorts.Free(1)[0];
        var database = await stack.Running.Backing.Database!.CreateDatabaseAsync("bench_bare", "bench_bare", ct);
        using var process = BareService.Start(port, database);
        try
        {
            var bare = new HintSender(http, new Uri($"http://127.0.0.1:{port}/hints"), time);
            await UpAsync(bare, ct);
            return new HintAcceptFigures { Gateway = taken, Bare = await MeasureAsync("the bare server", bare, stack, process.Id, ct) };
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task<List<HintAcceptRun>> MeasureAsync(string name, HintSender sender, BenchStack stack, int processId, CancellationToken ct)
    {
        say($"Warming up {name} …");
        await ClosedLoop.RunAsync(InFlight[0], Warming, sender.SendAsync, ct);
        var runs = new List<HintAcceptRun>();
        foreach (var inFlight in InFlight)
        {
            var database = stack.Running.Backing.Database!.ProcessId;
            var (cpu, databaseCpu) = (ProcessCpu.SecondsOf(processId), ProcessCpu.SecondsOf(database));
            var (times, refused, seconds) = await ClosedLoop.RunAsync(inFlight, Window, sender.SendAsync, ct);
            var spread = Spread.Of(times) ?? throw new StackException($"None of {refused} hints was accepted by {name}.");
            runs.Add(new HintAcceptRun
            {
                InFlight = inFlight,
                PerSecond = Math.Round(times.Count / seconds),
                Refused = refused,
                Times = spread,
                CpuMs = Math.Round((ProcessCpu.SecondsOf(processId) - cpu) * 1000 / times.Count, 3),
                DatabaseCpuMs = Math.Round((ProcessCpu.SecondsOf(database) - databaseCpu) * 1000 / times.Count, 3),
            });
            say($"  {name}, {inFlight} in flight: {runs[^1].PerSecond}/s, p99 {spread.P99} ms, {runs[^1].CpuMs} ms CPU");
        }

        return runs;
    }

    private static async Task PauseAsync(HttpClient http, Uri console, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var asked = false;
        while (true)
        {
            var status = JsonNode.Parse(await http.GetStringAsync(new Uri(console, "api/status"), patience.Token))!;
            var connection = status["connections"]!.AsArray().FirstOrDefault(one => (string?)one!["connection"] == Connection);
            if (asked && (string?)connection?["state"] == "stopped") return;
            if (!asked && connection is not null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(console, $"api/connections/{Connection}/pause")) { Content = JsonContent.Create(new { reason = "bench" }) };
                request.Headers.Add("X-Operator", "bench");
                using var answer = await http.SendAsync(request, patience.Token);
                answer.EnsureSuccessStatusCode();
                asked = true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), patience.Token);
        }
    }

    private static async Task UpAsync(HintSender sender, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                if (await sender.SendAsync(patience.Token)) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }
}
