using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// What one stand-in remembers: JSON documents and counters in one SQLite file. Write-ahead log with
/// <c>synchronous=FULL</c>: what a committed <see cref="WriteAsync{T}"/> stored is still there after kill -9
/// of the stand-in or of whatever calls it. One unit of work runs at a time.
/// </summary>
public sealed class SandboxStore : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private SandboxStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, or creates it together with its folder.</summary>
    /// <param name="file">Path of the SQLite file; its <c>-wal</c> and <c>-shm</c> companions lie beside it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SqliteException">The file is not a database or cannot be written.</exception>
    public static async Task<SandboxStore> OpenAsync(string file, CancellationToken cancellationToken)
    {
        SQLitePCL.Batteries_V2.Init();
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma busy_timeout = 5000;
            create table if not exists document (
                kind text not null, id text not null, key text null, sort integer null, json text not null,
                primary key (kind, id)) without rowid;
            create index if not exists document_key on document (kind, key) where key is not null;
            create index if not exists document_sort on document (kind, sort) where sort is not null;
            create table if not exists counter (name text primary key, value integer not null) without rowid;
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new SandboxStore(connection);
    }

    /// <summary>Runs <paramref name="work"/> in one transaction, committed when it returns and rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SandboxUnit, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var transaction = _connection.BeginTransaction();
            var result = work(new SandboxUnit(_connection, transaction));
            transaction.Commit();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<SandboxUnit> work, CancellationToken cancellationToken) =>
        WriteAsync(unit => { work(unit); return true; }, cancellationToken);

    /// <summary>Runs <paramref name="work"/> on one consistent state of the store; anything it writes is rolled back.</summary>
    public async Task<T> ReadAsync<T>(Func<SandboxUnit, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: true);
            return work(new SandboxUnit(_connection, transaction));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }
}
