using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Run.Bench.Load;
using Integration.Run.Bench.Orders;

namespace Integration.Run.Bench.SlowErp;

/// <summary><c>slow-erp</c>: every call to the ERP takes three seconds and four may run at once; more orders come than that can carry.</summary>
internal sealed class SlowErpBench(BenchOptions options, Action<string> say, TimeProvider time)
{
    private const int Parallel = 4;
    private const double PerSecond = 2;
    private const int TooMany = 429;
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(3);
    // Until the queue is long enough and every session is busy.
    private static readonly TimeSpan Filling = TimeSpan.FromSeconds(20);

    private TimeSpan Window => TimeSpan.FromSeconds(options.Seconds ?? (options.Full ? 600 : 90));

    public async Task<SlowErpFigures> RunAsync(CancellationToken ct)
    {
        await using var stage = await OrderStage.StartAsync(options, ships: false, pair =>
        {
            OrderPair.SetErpSessions(pair, Parallel);
            // An ERP that slow is not swept four times a minute.
            pair["sweeps"]!["every"] = "PT2M";
            pair["erp"]!["deadline"] = "PT60S";
        }, say, time, ct);
        var world = stage.World;
        // Every customer is known before the ERP becomes slow.
        await stage.RunAsync(5, TimeSpan.FromSeconds(15), ct);
        await world.SetErpAsync(Latency, ct);
        say("The ERP is slow now; measuring …");
        var load = OpenLoop.RunAsync(PerSecond, (int)(PerSecond * (Filling + Window).TotalSeconds), async (_, intended, token) => await world.PlaceAsync(intended, token), time, ct);
        await Task.Delay(Filling, time, ct);
        await world.Erp.ReadAsync(ct);
        var before = world.Erp.Count;
        var from = time.GetUtcNow();
        await world.ClearCallsAsync(ct);
        await Task.Delay(Window, time, ct);
        await world.Erp.ReadAsync(ct);
        var after = world.Erp.Count;
        var seconds = (time.GetUtcNow() - from).TotalSeconds;
        var calls = (await EntityCallsAsync(stage.Http, stage.Running.State.Erp, ct)).Where(call => Began(call) >= from).ToList();
        await load;
        return new SlowErpFigures
        {
            OrdersPerSecond = Math.Round((after - before) / seconds, 3),
            CallsPerSecond = Math.Round(calls.Count / seconds, 3),
            Ceiling = Math.Round(Parallel / Latency.TotalSeconds, 3),
            Throttled = Math.Round(calls.Count(call => (int)call["status"]! == TooMany) * 100d / Math.Max(1, calls.Count), 2),
            Routes = calls.GroupBy(call => (string)call["route"]!).ToDictionary(route => route.Key, route => Math.Round(route.Count() / (double)Math.Max(1, after - before), 3)),
        };
    }

    private static DateTimeOffset Began(JsonNode call) => DateTimeOffset.Parse((string)call["at"]!, CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<JsonNode>> EntityCallsAsync(HttpClient http, Uri erp, CancellationToken ct)
    {
        var log = JsonNode.Parse(await http.GetStringAsync(new Uri(erp, "_sandbox/calls"), ct))!;
        return log["calls"]!.AsArray().Select(call => call!).Where(call => ((string)call["target"]!).StartsWith("/entity", StringComparison.Ordinal));
    }
}
