using Integration.Platform.Database;
using Integration.Platform.Faults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integration.Console.Reconciliation.Running;

/// <summary>
/// Carries reconciliations on. Every step commits as a whole, and what is to be done next is in the row: a console that dies half-way goes on where it
/// stopped, and two of them do no step twice.
/// </summary>
internal sealed class ReconciliationRunner(IDatabase database, PassStart passes, PassEnd ends, RunSignal signal, TimeProvider clock, ILogger<ReconciliationRunner> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Carries every run that is due one step on; returns how many moved.</summary>
    internal async Task<int> StepAsync(CancellationToken ct)
    {
        var due = await database.ReadAsync((unit, token) => ReconciliationStore.DueAsync(unit, clock.UnixMs(), token), ct);
        foreach (var run in due)
        {
            await StepAsync(run, ct);
            CrashPoints.Hit("after-reconciliation-step");
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync(stoppingToken) == 0) await signal.WaitAsync(Poll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (database.IsTransient(failure))
            {
                log.LogWarning("Reconciliations cannot go on just now: {Reason}", failure.Message);
                await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task StepAsync(RunRow run, CancellationToken ct) => run.State switch
    {
        RunStates.Starting => OnceAsync(run, (unit, row, token) => passes.BeginAsync(unit, row, row.EntityNames, token), ct),
        RunStates.Waiting => OnceAsync(run, async (unit, row, token) =>
        {
            var pending = (await ReconciliationStore.FindingsAsync(unit, row.Id, token)).Where(finding => FindingStates.IsPending(finding.State));
            await passes.BeginAsync(unit, row, [.. pending.Select(finding => finding.Entity).Distinct()], token);
        }, ct),
        RunStates.Comparing => CompareAsync(run, ct),
        _ => OnceAsync(run, (unit, row, token) => ends.GiveUpAsync(unit, row, token), ct),
    };

    // The lists stand still by now, so that they are compared outside the transaction that stores what came of it.
    private async Task CompareAsync(RunRow run, CancellationToken ct)
    {
        var results = await ends.CompareAsync(run, ct);
        await OnceAsync(run, (unit, row, token) => ends.StoreAsync(unit, row, results, token), ct);
    }

    private Task OnceAsync(RunRow run, Func<IUnit, RunRow, CancellationToken, Task> work, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await ReconciliationStore.LockAsync(unit, run.Id, token) is { } row && row.State == run.State && row.Pass == run.Pass && row.NextAt <= clock.UnixMs()) await work(unit, row, token);
        },
        ct);
}
