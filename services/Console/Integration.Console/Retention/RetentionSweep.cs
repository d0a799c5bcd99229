using Integration.Console.Access;
using Integration.Platform.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Retention;

/// <summary>
/// Deletes old timeline entries, settled attention entries, ended bulk retries and backfills, forgotten clearings, and reconciliations that ended long ago: every
/// hour, in slices, so that no lock is long.
/// </summary>
internal sealed class RetentionSweep(IDatabase database, IOptions<ConsoleOptions> options, TimeProvider clock, ILogger<RetentionSweep> log) : BackgroundService
{
    internal const int Slice = 2000;

    /// <summary>Days that ended reconciliations are kept, whatever <see cref="ConsoleOptions.KeepDays"/> says: a year that is closed is looked at once more.</summary>
    internal const int KeepReconciliationDays = 400;

    private static readonly string[] Deletions =
    [
        "delete from console_activity where id in (select id from console_activity where at < @before limit @slice)",
        "delete from console_attention where key in (select key from console_attention where last_at < @before and state = 'settled' limit @slice)",
        """
        delete from console_attention_cause where (attention_key, position) in
          (select c.attention_key, c.position from console_attention_cause c where not exists (select 1 from console_attention a where a.key = c.attention_key) limit @slice)
        """,
        "delete from console_backfill where id in (select id from console_backfill where at < @before and ended = 1 limit @slice)",
        "delete from console_retry where id in (select id from console_retry where finished_at < @before limit @slice)",
        // The rows on which raising and clearing wait go too (their time is 0 until something is cleared): the next one makes its own.
        """
        delete from console_attention_cleared where (pair, entity, record_id, class) in
          (select pair, entity, record_id, class from console_attention_cleared where at < @before limit @slice)
        """,
        // A run goes last: while there is anything of it, it is there to say of what.
        OfRuns("console_reconciliation_finding", "entity, key, cause"),
        OfRuns("console_reconciliation_total", "entity, part_of, currency"),
        OfRuns("console_reconciliation_settlement", "provider, currency"),
        OfRuns("console_reconciliation_list", "entity, side"),
        """
        delete from console_reconciliation where id in (select id from console_reconciliation r where finished_at < @longBefore
          and not exists (select 1 from console_reconciliation_finding where run_id = r.id) and not exists (select 1 from console_reconciliation_total where run_id = r.id)
          and not exists (select 1 from console_reconciliation_settlement where run_id = r.id) and not exists (select 1 from console_reconciliation_list where run_id = r.id)
          limit @slice)
        """,
    ];

    /// <summary>Deletes everything that is due; returns how many rows went.</summary>
    internal async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = (clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays)).ToUnixMs();
        var longBefore = (clock.GetUtcNow() - TimeSpan.FromDays(KeepReconciliationDays)).ToUnixMs();
        var total = 0;
        foreach (var deletion in Deletions)
        {
            int rows;
            do
            {
                rows = await database.TransactAsync((unit, token) => unit.ExecuteAsync(deletion, new { before, longBefore, slice = Slice }, token), ct);
                total += rows;
            }
            while (rows == Slice);
        }

        return total;
    }

    private static string OfRuns(string table, string keys) =>
        $"""
        delete from {table} where (run_id, {keys}) in
          (select run_id, {keys} from {table} where run_id in (select id from console_reconciliation where finished_at < @longBefore) limit @slice)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            do
            {
                await SweepOnceAsync(stoppingToken);
            }
            while (await hourly.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task SweepOnceAsync(CancellationToken ct)
    {
        try
        {
            var rows = await SweepAsync(ct);
            if (rows > 0) log.LogInformation("{Rows} old rows were deleted from the console.", rows);
        }
        catch (Exception failure) when (database.IsTransient(failure))
        {
            log.LogWarning("Old rows of the console could not be deleted; it is tried again in an hour: {Reason}", failure.Message);
        }
    }
}
