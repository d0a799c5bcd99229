using System.Diagnostics;
using System.Globalization;
using Integration.Contracts.Operations;
using Integration.LocalServers;
using Integration.Platform.Database;
using Integration.Run.Backfills;
using Integration.Run.Stack;

namespace Integration.Run.Bench.Backfill;

/// <summary>
/// A first load of many records through a service's reading half, which is killed in the middle. The system is synthetic (no network), so that what is measured is ours:
/// list, look, read, snapshot, message.
/// </summary>
internal sealed class BackfillBench(string folder, int records, Action<string> say)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly Uri _service = new($"http://127.0.0.1:{LoopbackPorts.Free(1)[0]}/");
    private readonly List<(long Listed, double Megabytes)> _memory = [];

    public async Task<BackfillFigures> RunAsync(CancellationToken ct)
    {
        using var client = new BackfillClient();
        var first = Launch();
        Process? second = null;
        try
        {
            await UpAsync(client, ct);
            var run = await client.StartAsync(_service, BackfillService.Pair, "orders", DateTimeOffset.UnixEpoch, dryRun: false, ct);
            var watch = Stopwatch.StartNew();
            var before = await UntilAsync(client, first, run.Id, told => told.Listed >= records / 2, ct);
            var cpu = ProcessUsage.Of(first.Id).CpuSeconds;
            first.Kill();
            await first.WaitForExitAsync(ct);
            var worked = watch.Elapsed;
            say($"Killed after {before.Listed} records; starting it again …");
            watch.Restart();
            _memory.Clear();
            second = Launch();
            await UntilAsync(client, second, run.Id, told => told.Listed > before.Listed + SyntheticShop.PageSize, ct);
            var away = watch.Elapsed;
            watch.Restart();
            var end = await UntilAsync(client, second, run.Id, told => told.EndedAt is not null, ct);
            if (end.State != "done") throw new StackException($"The backfill ended as {end.State}. {end.Reason}");
            worked += watch.Elapsed;
            cpu += ProcessUsage.Of(second.Id).CpuSeconds;
            return await FiguresAsync(before.Listed, away, worked, cpu, ct);
        }
        finally
        {
            foreach (var process in new[] { first, second }.OfType<Process>())
            {
                if (!process.HasExited) process.Kill();
                process.Dispose();
            }
        }
    }

    private async Task<BackfillFigures> FiguresAsync(long killedAt, TimeSpan away, TimeSpan worked, double cpu, CancellationToken ct)
    {
        var database = DatabaseRegistration.Open(new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder, "integration.db")}" });
        Task<IReadOnlyList<long>> ListAsync(string sql) => database.ReadAsync((unit, token) => unit.ListAsync<long>(sql, null, token), ct);
        // What was committed last may still be on its way to whoever takes it.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        long taken;
        while ((taken = (await ListAsync("SELECT count(*) FROM bench_taken WHERE id NOT LIKE 'live-%'"))[0]) < records && !patience.IsCancellationRequested) await Task.Delay(Look, ct);
        var twice = (await ListAsync("SELECT count(*) FROM bench_taken WHERE times > 1"))[0];
        var changes = await ListAsync("SELECT after_ms FROM bench_taken WHERE id LIKE 'live-%' ORDER BY after_ms");
        var pages = BackfillService.PagesOf(folder);
        var tenth = Math.Max(1, _memory.Count / 10);
        return new BackfillFigures
        {
            Records = records,
            KilledAt = killedAt,
            ResumedAfterSeconds = Math.Round(away.TotalSeconds, 1),
            ListedTwice = (pages.Count - pages.Distinct().Count()) * SyntheticShop.PageSize,
            Batch = SyntheticShop.PageSize,
            TakenTwice = twice,
            Missing = records - taken,
            RecordsPerSecond = Math.Round(records / worked.TotalSeconds, 1),
            CpuMsPerRecord = Math.Round(cpu * 1000 / records, 2),
            ResidentMegabytes = new Dictionary<string, double>
            {
                ["firstTenth"] = Median(_memory.Take(tenth)), ["lastTenth"] = Median(_memory.TakeLast(tenth)), ["most"] = Math.Round(_memory.Max(sample => sample.Megabytes)),
            },
            ChangeSeconds = new Dictionary<string, double>
            {
                ["count"] = changes.Count, ["median"] = At(changes, 0.5), ["p95"] = At(changes, 0.95), ["most"] = At(changes, 1),
            },
        };
    }

    private static double At(IReadOnlyList<long> sorted, double share) => sorted.Count == 0 ? 0 : Math.Round(sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)] / 1000d, 2);

    private static double Median(IEnumerable<(long Listed, double Megabytes)> samples)
    {
        var sorted = samples.Select(sample => sample.Megabytes).Order().ToList();
        return sorted.Count == 0 ? 0 : Math.Round(sorted[sorted.Count / 2]);
    }

    private async Task UpAsync(BackfillClient client, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                if ((await client.LanesAsync(_service, BackfillService.Pair, patience.Token)).Count > 0) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(Look, patience.Token);
        }
    }

    private async Task<BackfillReported> UntilAsync(BackfillClient client, Process process, Guid run, Func<BackfillReported, bool> reached, CancellationToken ct)
    {
        var told = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited) throw new StackException($"The service ended with code {process.ExitCode}.");
            if (await client.FindAsync(_service, run, ct) is { } now)
            {
                _memory.Add((now.Listed, ProcessUsage.Of(process.Id).ResidentMegabytes));
                if (reached(now)) return now;
                if (told.Elapsed > TimeSpan.FromSeconds(10))
                {
                    say(BackfillText.Bar(now));
                    told.Restart();
                }
            }

            await Task.Delay(Look, ct);
        }
    }

    private Process Launch() => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            typeof(BackfillBench).Assembly.Location, BackfillServiceCommand.Name, folder, _service.Port.ToString(CultureInfo.InvariantCulture), records.ToString(CultureInfo.InvariantCulture),
        },
    })!;
}
