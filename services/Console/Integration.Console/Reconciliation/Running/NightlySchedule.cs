using Integration.Connectors.Pairs;
using Integration.Platform.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Starts each pair's reconciliation once a day at its time. A console that was down at that time catches up when it starts on the same day.</summary>
internal sealed class NightlySchedule(PairCatalog pairs, Reconciliations runs, IDatabase database, TimeProvider clock, ILogger<NightlySchedule> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, DateOnly> _started = new(StringComparer.Ordinal);

    /// <summary>The day whose run is due, or null before the time of day has come.</summary>
    internal static DateOnly? Due(PairDefinition pair, DateTimeOffset now)
    {
        if (pair.Reconciliation.At is not { } at) return null;
        var today = DaySpan.DayOf(now, pair.TimeZone);
        return now >= DaySpan.MomentOf(today, at, pair.TimeZone) ? today : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                pairs.Refresh();
                foreach (var pair in pairs.Pairs) await StartAsync(pair, stoppingToken);
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("Reconciliations cannot be started just now: {Reason}", failure.Message);
            }

            await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartAsync(PairDefinition pair, CancellationToken ct)
    {
        if (Due(pair, clock.GetUtcNow()) is not { } night || _started.GetValueOrDefault(pair.Name) == night) return;
        if (await runs.NightAsync(pair, night, ct)) log.LogInformation("The reconciliation of pair {Pair} begins", pair.Name);
        _started[pair.Name] = night;
    }
}
