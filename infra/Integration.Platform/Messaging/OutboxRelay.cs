using System.Runtime.CompilerServices;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>
/// Sends what committed. Rows announced by this process go out at once; a poll finds timers that came due, rows whose
/// sending failed, and rows of processes that died.
/// </summary>
internal sealed partial class OutboxRelay(
    OutboxStore store,
    IOutboxSender sender,
    OutboxSignal signal,
    ConfirmedRows confirmed,
    IDatabase database,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<OutboxRelay> log) : BackgroundService, IHostedLifecycleService
{
    private const int Workers = 4;

    // Rows whose rest is nearly over are left to the poll, or two replicas would send them.
    private const long SafetyMs = 1000;

    private bool _isAway;

    private int BatchSize => Math.Max(1, options.Value.RelayConcurrency / Workers);

    /// <summary>In memory: what a former process sent went with it. Before anything in this process can enqueue.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsRabbitMq)
        {
            await store.ResendAsync(null, cancellationToken);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var deleting = confirmed.DeleteAsync(work => GuardAsync(work, stoppingToken));
        try
        {
            await Task.WhenAll(SendAnnouncedAsync(stoppingToken), PollAsync(stoppingToken));
        }
        finally
        {
            confirmed.Complete();
            await deleting;
        }
    }

    private Task SendAnnouncedAsync(CancellationToken ct) => Parallel.ForEachAsync(
        ReadBatchesAsync(ct),
        new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = ct },
        async (batch, token) => await SendAsync(batch, token));

    private async IAsyncEnumerable<List<OutboxRow>> ReadBatchesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        while (await signal.Rows.WaitToReadAsync(ct))
        {
            var fresh = clock.UnixMs() + SafetyMs;
            var batch = new List<OutboxRow>();
            while (batch.Count < BatchSize && signal.Rows.TryRead(out var row))
            {
                if (row.DueAt > fresh)
                {
                    batch.Add(row);
                }
            }

            if (batch.Count > 0)
            {
                yield return batch;
            }
        }
    }

    private async Task PollAsync(CancellationToken ct)
    {
        using var poll = new PeriodicTimer(options.Value.RelayPoll, clock);
        do
        {
            await GuardAsync(() => SendDueAsync(ct), ct);
        }
        while (await poll.WaitForNextTickAsync(ct));
    }

    private async Task SendDueAsync(CancellationToken ct)
    {
        // While the broker is away nothing is taken: rows that failed in vain would rest ever longer, and beyond its return.
        if (!await store.IsAnyDueAsync(ct) || !await IsReadyAsync(ct))
        {
            return;
        }

        IReadOnlyList<OutboxRow> rows;
        do
        {
            rows = await store.ClaimAsync(BatchSize, ct);
            if (rows.Count > 0)
            {
                await SendAsync(rows, ct);
            }
        }
        while (rows.Count == BatchSize);
    }

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            await sender.ReadyAsync(ct);
            if (_isAway)
            {
                LogReturned();
            }

            _isAway = false;
        }
#pragma warning disable CA1031 // A broker is away in many ways; the rows wait in all of them.
        catch (Exception exception) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (!_isAway)
            {
                LogAway(BrokerFault.Describe(exception));
            }

            _isAway = true;
        }

        return !_isAway;
    }

    private async Task SendAsync(IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        CrashPoints.Hit("after-save-before-publish");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Value.RelayClaim);
        var sent = await Task.WhenAll(rows.Select(row => TrySendAsync(row, deadline.Token)));
        CrashPoints.Hit("after-publish-before-confirm");
        if (options.Value.IsRabbitMq)
        {
            confirmed.Add(rows.Where((_, index) => sent[index]));
        }

        var failed = rows.Where((_, index) => !sent[index]).ToList();
        if (failed.Count > 0)
        {
            await GuardAsync(() => store.PostponeAsync(failed, CancellationToken.None), ct);
        }
    }

    private async Task<bool> TrySendAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(row, ct);
            return true;
        }
        catch (UnroutableException)
        {
            LogUnroutable(row.Id, row.Queue, row.Attempts);
        }
#pragma warning disable CA1031 // Whatever the transport throws, the row is still there and is sent again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(row.Id, row.Queue, row.Attempts, exception.GetType().Name);
        }

        return false;
    }

    private async Task GuardAsync(Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (ct.IsCancellationRequested || database.IsTransient(exception))
        {
            LogDatabase(exception.Message);
        }
#pragma warning disable CA1031 // A relay that ends is missed by nobody until messages are: it tells and goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnexpected(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is to be sent waits for the broker ({Reason})")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker is back; what waited is sent")]
    private partial void LogReturned();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} waits: queue {Queue} does not exist yet (attempt {Attempt})")]
    private partial void LogUnroutable(string id, string queue, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} to {Queue} could not be sent and will be again (attempt {Attempt}): {Reason}")]
    private partial void LogFailed(string id, string queue, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay could not use the database and goes on: {Reason}")]
    private partial void LogDatabase(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The relay failed in a way that nobody foresaw, and goes on")]
    private partial void LogUnexpected(Exception exception);
}
