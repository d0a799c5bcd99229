using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// Moves what was committed from SQLite's write-ahead log into its file, beside the writers instead of within one of their commits, which held up everybody
/// for up to a second. Only when the log has grown long do writers wait, for the little that is left.
/// </summary>
internal sealed class WalCheckpoints(SqliteConnection connection, string log, SemaphoreSlim writers) : IAsyncDisposable
{
    private const long LongLog = 64L * 1024 * 1024;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => _running = Task.Run(() => RunAsync(_stop.Token));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stop))
        {
            await CheckpointAsync("passive", stop);
            if (new FileInfo(log) is not { Exists: true, Length: > LongLog }) continue;
            await writers.WaitAsync(stop);
            try
            {
                await CheckpointAsync("truncate", stop);
            }
            finally
            {
                writers.Release();
            }
        }
    }

    private async Task CheckpointAsync(string mode, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"pragma wal_checkpoint({mode})";
        await command.ExecuteNonQueryAsync(stop);
    }
}
