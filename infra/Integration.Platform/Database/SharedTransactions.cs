using System.Collections.Concurrent;

namespace Integration.Platform.Database;

/// <summary>
/// Runs small pieces of work that come at the same time in one transaction, so that they share its commit. Whoever comes while another transaction
/// runs waits for it and then takes all that has gathered; alone, a piece of work is not kept waiting. When one fails, all of its transaction are run
/// again, each by itself: a piece of work may run twice and commits once, and fails by its own fault only.
/// </summary>
public sealed class SharedTransactions(IDatabase database) : IDisposable
{
    // As many as are worth losing together when one of them fails.
    private const int MostTogether = 32;

    private readonly ConcurrentQueue<Piece> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>As <see cref="IDatabase.TransactAsync(Func{IUnit, CancellationToken, Task}, CancellationToken)"/>.</summary>
    /// <param name="work">Writes only rows that no other work holds for longer than its own transaction.</param>
    /// <param name="ct">Cancels work that runs by itself; what shares a transaction is finished.</param>
    public async Task TransactAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct)
    {
        var piece = new Piece(work, ct);
        _waiting.Enqueue(piece);
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            while (!piece.Done.Task.IsCompleted)
            {
                await RunAsync(Take());
            }
        }
        finally
        {
            _turn.Release();
        }

        await piece.Done.Task;
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private List<Piece> Take()
    {
        var taken = new List<Piece>();
        while (taken.Count < MostTogether && _waiting.TryDequeue(out var piece))
        {
            taken.Add(piece);
        }

        return taken;
    }

    private async Task RunAsync(List<Piece> pieces)
    {
        try
        {
            await database.TransactAsync(
                async (unit, ct) =>
                {
                    foreach (var piece in pieces)
                    {
                        await piece.Work(unit, ct);
                    }
                },
                pieces.Count == 1 ? pieces[0].Cancelled : CancellationToken.None);
            pieces.ForEach(piece => piece.Done.TrySetResult());
        }
#pragma warning disable CA1031 // Each caller gets its own failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (pieces.Count == 1)
            {
                pieces[0].Done.TrySetException(failure);
                return;
            }

            foreach (var piece in pieces)
            {
                await RunAsync([piece]);
            }
        }
    }

    private sealed record Piece(Func<IUnit, CancellationToken, Task> Work, CancellationToken Cancelled)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
