using System.Diagnostics;
using System.Text.Json.Nodes;
using Integration.Run.Demo;
using Integration.Run.Stack;

namespace Integration.Run.Bench;

/// <summary>
/// Orders through the separate services: a burst is placed in the sandbox shop and the time until the sandbox ERP holds the last one is taken.
/// A first harness: bursts, not open-loop load; warm-up and one measured run.
/// </summary>
internal sealed class OrderFlow(HttpClient http, IRunningStack stack, Action<string> say)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public async Task<OrderFlowFigures> RunAsync(int orders, CancellationToken ct)
    {
        await BurstAsync("warm", Math.Max(50, orders / 4), ct);
        say("Warm; measuring …");
        await ClearCallsAsync(ct);
        var before = Usage();
        var seconds = await BurstAsync("bench", orders, ct);
        // Statuses and numbers still flow back; their work belongs to the orders.
        await Task.Delay(TimeSpan.FromSeconds(5), ct);
        var after = Usage();
        var cpu = after.ToDictionary(entry => entry.Key, entry => Math.Round((entry.Value.CpuSeconds - before[entry.Key].CpuSeconds) * 1000 / orders, 2));
        cpu["ours"] = Math.Round(cpu.Where(entry => entry.Key != ServiceRole.Sandbox.Name).Sum(entry => entry.Value), 2);
        return new OrderFlowFigures
        {
            Orders = orders,
            OrdersPerSecond = Math.Round(orders / seconds, 1),
            CpuMsPerOrder = cpu,
            CallsPerOrder = new Dictionary<string, double>
            {
                ["storefront"] = Math.Round(await CallsAsync(stack.State.Shop, ct) / (double)orders, 2),
                ["erp"] = Math.Round(await CallsAsync(stack.State.Erp, ct) / (double)orders, 2),
            },
            ResidentMegabytes = after.ToDictionary(entry => entry.Key, entry => Math.Round(entry.Value.ResidentMegabytes, 0)),
        };
    }

    private async Task<double> BurstAsync(string name, int orders, CancellationToken ct)
    {
        var run = $"{name}{orders}";
        var shop = new DemoSandbox(http, stack.State.Shop);
        var warehouse = new DemoWarehouse(new DemoSandbox(http, stack.State.Erp));
        var already = (await warehouse.OrdersAsync(ct)).Count;
        var watch = Stopwatch.StartNew();
        const int Batch = 50;
        for (var placed = 0; placed < orders; placed += Batch)
        {
            // Known customers and known items: the steady state.
            await shop.PostAsync("_sandbox/checkout", new JsonArray([.. Enumerable.Range(placed, Math.Min(Batch, orders - placed))
                .Select(index => DemoCheckouts.For(run, index - (index % 3), DemoKind.Good))]), ct);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Deadline);
        while ((await warehouse.OrdersAsync(deadline.Token)).Count < already + orders) await Task.Delay(TimeSpan.FromMilliseconds(250), deadline.Token);
        return watch.Elapsed.TotalSeconds;
    }

    private Dictionary<string, ProcessUsage> Usage() => stack.State.Processes.ToDictionary(process => process.Key, process => ProcessUsage.Of(process.Value));

    private async Task ClearCallsAsync(CancellationToken ct)
    {
        foreach (var sandbox in new[] { stack.State.Shop, stack.State.Erp })
        {
            using var answer = await http.DeleteAsync(new Uri(sandbox, "_sandbox/calls"), ct);
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task<long> CallsAsync(Uri sandbox, CancellationToken ct)
    {
        var calls = JsonNode.Parse(await http.GetStringAsync(new Uri(sandbox, "_sandbox/calls"), ct))!;
        return calls["routes"]!.AsObject().Where(route => !route.Key.Contains("_sandbox", StringComparison.Ordinal)).Sum(route => route.Value!.GetValue<long>());
    }
}
