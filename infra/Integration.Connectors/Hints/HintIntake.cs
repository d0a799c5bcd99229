using System.Threading.Channels;
using Integration.Connectors.Looks;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Microsoft.Extensions.Hosting;

namespace Integration.Connectors.Hints;

/// <summary>Commits look rows for hints, those that wait at the same time in one transaction: one flush to disk serves them all.</summary>
internal sealed class HintIntake(IDatabase database, LookBook book, TimeProvider time) : BackgroundService
{
    private const int MostInOne = 256;
    private const int MostTries = 3;
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    // Full means that the database is slower than the hints come: the sender is told to come again.
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(4096);

    /// <summary>Returns when the rows are durable; false when there are too many hints to take this one.</summary>
    public async Task<bool> TakeAsync(IReadOnlyList<LookKey> keys, CancellationToken ct)
    {
        var waiting = new Waiting(keys);
        if (!_waiting.Writer.TryWrite(waiting)) return false;
        if (!Defects.Has(Defects.HintEarly)) await waiting.Done.Task.WaitAsync(ct);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostInOne);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < MostInOne && _waiting.Reader.TryRead(out var waiting)) batch.Add(waiting);
                await CommitAsync(batch, stoppingToken);
                batch.Clear();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            foreach (var waiting in batch) waiting.Done.TrySetCanceled(stoppingToken);
            while (_waiting.Reader.TryRead(out var waiting)) waiting.Done.TrySetCanceled(stoppingToken);
        }
    }

    private async Task CommitAsync(List<Waiting> batch, CancellationToken ct)
    {
        // In one order everywhere, so that two processes cannot lock each other out.
        var marks = batch.SelectMany(waiting => waiting.Keys).Distinct().GroupBy(key => (key.Scope, key.Entity), key => key.Id)
            .OrderBy(ids => ids.Key.Scope, StringComparer.Ordinal).ThenBy(ids => ids.Key.Entity, StringComparer.Ordinal)
            .Select(ids => (ids.Key.Scope, ids.Key.Entity, Ids: (IReadOnlyList<string>)[.. ids.Order(StringComparer.Ordinal)])).ToList();
        try
        {
            await MarkAsync(marks, ct);
            foreach (var waiting in batch) waiting.Done.TrySetResult();
        }
#pragma warning disable CA1031 // Handed to everyone who waits; each answers its own sender.
        catch (Exception failure) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            foreach (var waiting in batch) waiting.Done.TrySetException(failure);
        }
    }

    private async Task MarkAsync(IReadOnlyList<(string Scope, string Entity, IReadOnlyList<string> Ids)> marks, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await database.TransactAsync(
                    async (unit, token) =>
                    {
                        foreach (var (scope, entity, ids) in marks) await book.MarkManyAsync(unit, scope, entity, ids, FoundBy.Hint, token);
                        foreach (var (scope, entity, ids) in marks) await HintTally.AddAsync(unit, scope, entity, ids.Count, 0, time.UnixMs(), token);
                    },
                    ct);
                return;
            }
            catch (Exception failure) when (tries < MostTries && database.IsTransient(failure))
            {
                // A conflict with another replica, or a connection that was cut: to mark twice does no harm, and the sender need not come again.
                await Task.Delay(Again * tries, time, ct);
            }
        }
    }

    private sealed record Waiting(IReadOnlyList<LookKey> Keys)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
