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
        var keys = batch.SelectMany(waiting => waiting.Keys).Distinct()
            .OrderBy(key => key.Scope, StringComparer.Ordinal).ThenBy(key => key.Entity, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal).ToList();
        try
        {
            await database.TransactAsync(
                async (unit, token) =>
                {
                    foreach (var key in keys) await book.MarkAsync(unit, key, FoundBy.Hint, token);
                    foreach (var same in keys.GroupBy(key => (key.Scope, key.Entity)))
                    {
                        await HintTally.AddAsync(unit, same.Key.Scope, same.Key.Entity, same.Count(), 0, time.UnixMs(), token);
                    }
                },
                ct);
            foreach (var waiting in batch) waiting.Done.TrySetResult();
        }
#pragma warning disable CA1031 // Handed to everyone who waits; each answers its own sender.
        catch (Exception failure) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            foreach (var waiting in batch) waiting.Done.TrySetException(failure);
        }
    }

    private sealed record Waiting(IReadOnlyList<LookKey> Keys)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
