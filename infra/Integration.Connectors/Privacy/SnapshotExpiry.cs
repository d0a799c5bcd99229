using Integration.Platform.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Privacy;

/// <summary>Drops expired snapshots every hour.</summary>
internal sealed class SnapshotExpiry(PersonalRecords records, IDatabase database, TimeProvider time, ILogger<SnapshotExpiry> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await records.ExpireAsync(stoppingToken) is > 0 and var dropped) log.LogInformation("{Count} snapshots were past their time and are gone", dropped);
                await Task.Delay(Every, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("Expired snapshots could not be dropped now: {Reason}", failure.Message);
                await Task.Delay(TimeSpan.FromMinutes(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
