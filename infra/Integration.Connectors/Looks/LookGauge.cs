using Integration.Platform.Database;
using Integration.Platform.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Looks;

/// <summary>Measures, four times a minute, how many records wait to be read and how old the oldest mark is, by scope and entity.</summary>
internal sealed class LookGauge(IDatabase database, IntegrationMetrics metrics, TimeProvider time, ILogger<LookGauge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    // What was told once must come down to nothing again.
    private readonly HashSet<(string Scope, string Entity)> _told = [];

    /// <summary>Measures once.</summary>
    internal async Task MeasureAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            (unit, token) => unit.ListAsync<LooksWaiting>(
                """SELECT scope AS "Scope", entity AS "Entity", count(*) AS "Count", min(marked_at) AS "Oldest" FROM look WHERE dirty > 0 GROUP BY scope, entity""", null, token),
            ct);
        var now = time.UnixMs();
        foreach (var gone in _told.Where(told => !rows.Any(row => (row.Scope, row.Entity) == told))) metrics.Waiting(gone.Scope, gone.Entity, 0, TimeSpan.Zero);
        foreach (var row in rows)
        {
            _told.Add((row.Scope, row.Entity));
            metrics.Waiting(row.Scope, row.Entity, row.Count, TimeSpan.FromMilliseconds(Math.Max(0, now - row.Oldest)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("The records that wait could not be counted now: {Reason}", failure.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
