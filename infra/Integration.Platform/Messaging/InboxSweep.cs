using Integration.Platform.Database;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>Forgets handled message ids once no repeat can come any more; a slice per hour, so that no lock is long.</summary>
internal sealed partial class InboxSweep(
    IDatabase database, IOptions<MessagingOptions> options, TimeProvider clock, ILogger<InboxSweep> log) : BackgroundService
{
    private const int Slice = 5000;

    internal async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = (clock.GetUtcNow() - options.Value.InboxRetention).ToUnixMs();
        var forgotten = 0;
        int rows;
        do
        {
            rows = await database.TransactAsync(
                (unit, token) => unit.ExecuteAsync(
                    """
                    DELETE FROM inbox WHERE (queue, message_id) IN
                      (SELECT queue, message_id FROM inbox WHERE taken_at < @before LIMIT @slice)
                    """,
                    new { before, slice = Slice },
                    token),
                ct);
            forgotten += rows;
        }
        while (rows == Slice);
        return forgotten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (database.IsTransient(exception))
            {
                LogFailed(exception.Message);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(
            tick => tick.Status == TaskStatus.RanToCompletion && tick.Result, TaskScheduler.Default));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Inbox clean-up failed and will be repeated: {Reason}")]
    private partial void LogFailed(string reason);
}
