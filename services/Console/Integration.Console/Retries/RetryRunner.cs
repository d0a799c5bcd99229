using Integration.Console.Access;
using Integration.Console.Attention;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integration.Console.Retries;

/// <summary>
/// Carries bulk retries on, step by step; every step is one transaction, so that a console that dies half-way goes on where it stopped. An entry
/// is claimed by one retry only, and its claim goes in the transaction that sends it.
/// </summary>
internal sealed class RetryRunner(
    IDatabase database, AttentionActions actions, RetrySignal signal, IOptions<ConsoleOptions> options, TimeProvider clock, ILogger<RetryRunner> log) : BackgroundService
{
    internal const int ClaimBatch = 200;
    private const int LargestBatch = 25;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync(stoppingToken) is var wait && wait > TimeSpan.Zero) await signal.WaitAsync(wait, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("Bulk retries cannot go on just now: {Reason}", failure.Message);
                await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Carries every retry that is due one step on; without one, tells how long to wait.
    private async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        var underWay = await database.ReadAsync(RetryStore.UnderWayAsync, ct);
        var now = clock.UnixMs();
        var due = underWay.Where(retry => retry.NextAt <= now).ToList();
        foreach (var retry in due)
        {
            var letters = await database.TransactAsync((unit, token) => StepAsync(unit, retry.Id, token), ct);
            CrashPoints.Hit("after-retry-step");
            // The broker holds these; they are marked already, as with a single retry.
            foreach (var (letter, operatorName) in letters) await ReplayAsync(letter, operatorName, ct);
        }

        if (due.Count > 0) return TimeSpan.Zero;
        // At a high rate the next step is due long before the next look at the table.
        return TimeSpan.FromMilliseconds(underWay.Select(retry => retry.NextAt - now).Append((long)Poll.TotalMilliseconds).Min());
    }

    private async Task ReplayAsync(AttentionRow letter, string operatorName, CancellationToken ct)
    {
        try
        {
            await actions.ReplayAsync(letter, operatorName, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The entry is open again by then and says so; the others go on.
            log.LogWarning(failure, "A dead letter could not be put back on {Queue}", letter.Lane);
        }
    }

    private async Task<IReadOnlyList<(AttentionRow Letter, string Operator)>> StepAsync(IUnit unit, string id, CancellationToken ct)
    {
        if (await RetryStore.LockDueAsync(unit, id, clock.UnixMs(), ct) is not { } retry) return [];
        if (retry.State == "sending") return await SendAsync(unit, retry, ct);
        await ClaimAsync(unit, retry, ct);
        return [];
    }

    private static async Task ClaimAsync(IUnit unit, RetryRow retry, CancellationToken ct)
    {
        var page = await AttentionStore.NextRetryableAsync(unit, retry, ClaimBatch, ct);
        var claimed = 0;
        foreach (var key in page) claimed += await RetryStore.ClaimAsync(unit, retry.Id, key, ct);
        var last = page.Count < ClaimBatch;
        // A correction that nothing waits for is no news.
        if (last && retry.Automatic == 1 && retry.Claimed + claimed == 0) await RetryStore.DropAsync(unit, retry.Id, ct);
        else await RetryStore.ClaimedAsync(unit, retry.Id, claimed, page.Count > 0 ? page[^1] : retry.AfterKey, last, ct);
    }

    private async Task<IReadOnlyList<(AttentionRow, string)>> SendAsync(IUnit unit, RetryRow retry, CancellationToken ct)
    {
        var rate = options.Value.RetriesPerSecond;
        var batch = Math.Min(LargestBatch, rate);
        var keys = await RetryStore.ClaimsAsync(unit, retry.Id, batch, ct);
        var (sent, skipped, letters) = (0, 0, new List<(AttentionRow, string)>());
        var note = retry.Automatic == 1 ? $"Sent again after {retry.Operator}." : $"Retried with others by {retry.Operator}.";
        foreach (var key in keys)
        {
            await RetryStore.ReleaseAsync(unit, key, ct);
            var row = await AttentionStore.GetAsync(unit, key, ct);
            // Somebody acted on it, or it settled, since it was claimed.
            if (row is not { State: "open" } || await actions.SendAsync(unit, row, note, ct) != RetryOutcome.Acted)
            {
                skipped++;
                continue;
            }

            sent++;
            if (AttentionActions.IsLetter(row)) letters.Add((row, retry.Operator));
        }

        await RetryStore.SentAsync(unit, retry.Id, sent, skipped, clock.UnixMs() + (batch * 1000L / rate), ct);
        if (keys.Count < batch) await RetryStore.EndAsync(unit, retry.Id, RetryState.Done, clock.UnixMs(), ct);
        return letters;
    }
}
