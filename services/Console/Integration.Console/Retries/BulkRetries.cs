using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Console.Retries;

/// <summary>Starts, shows and stops bulk retries. The work itself is <see cref="RetryRunner"/>'s.</summary>
internal sealed class BulkRetries(IDatabase database, RetrySignal signal, TimeProvider clock)
{
    /// <summary>An order that was being mapped by the old text while the new one came is raised within this time.</summary>
    private static readonly TimeSpan OldTextIsGone = TimeSpan.FromSeconds(3);

    /// <summary>Starts one.</summary>
    public Task<RetryProgress> StartAsync(RetryFilter filter, string operatorName, CancellationToken ct) =>
        database.TransactAsync(async (unit, token) => (await AddAsync(unit, filter, operatorName, automatic: false, token)).ToProgress(), ct);

    /// <summary>Starts one for every lookup and document that changed, shortly after.</summary>
    public async Task CorrectedAsync(IUnit unit, PairCorrected corrected, CancellationToken ct)
    {
        foreach (var table in corrected.Tables)
        {
            await AddAsync(unit, new RetryFilter { Pair = corrected.Pair, Table = table }, $"the change of lookup {table}", automatic: true, ct);
        }

        foreach (var document in corrected.Documents)
        {
            await AddAsync(unit, new RetryFilter { Pair = corrected.Pair, Document = document }, $"the change of document {document}", automatic: true, ct);
        }
    }

    /// <summary>Stops one; null when there is none of that id.</summary>
    public Task<RetryProgress?> CancelAsync(string id, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await RetryStore.LockAsync(unit, id, token) is not { } row) return null;
            if (row.FinishedAt is null)
            {
                await RetryStore.ReleaseAllAsync(unit, id, token);
                await RetryStore.EndAsync(unit, id, RetryState.Cancelled, clock.UnixMs(), token);
            }

            return (await RetryStore.GetAsync(unit, id, token))?.ToProgress();
        },
        ct);

    private async Task<RetryRow> AddAsync(IUnit unit, RetryFilter filter, string operatorName, bool automatic, CancellationToken ct)
    {
        var now = clock.UnixMs();
        var row = new RetryRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            Pair = filter.Pair ?? "",
            Class = filter.Class ?? "",
            Lookup = filter.Table ?? "",
            Code = filter.Code ?? "",
            Document = filter.Document ?? "",
            Version = filter.Version ?? 0,
            Rule = filter.Rule ?? "",
            Operator = operatorName,
            Automatic = automatic ? 1 : 0,
            State = nameof(RetryState.Claiming).ToLowerInvariant(),
            CreatedAt = now,
            NextAt = automatic ? now + (long)OldTextIsGone.TotalMilliseconds : now,
        };
        await RetryStore.AddAsync(unit, row, ct);
        unit.AfterCommit(signal.Started);
        return row;
    }
}
