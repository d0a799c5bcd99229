using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// What one stand-in remembers: JSON documents and counters in one SQLite file. Write-ahead log with
/// <c>synchronous=FULL</c>: what a committed <see cref="WriteAsync{T}"/> stored is still there after kill -9
/// of the stand-in or of whatever calls it. One unit of work runs at a time; those that wait together are flushed to
/// disk together. Reads see the last commit and wait for no write.
/// </summary>
public sealed class SandboxStore : IAsyncDisposable
{
    private const int MostTogether = 64;
    private const string Work = "work";

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _reading;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _readingTurn = new(1, 1);
    private readonly ConcurrentQueue<StoredWork> _waiting = new();
    private readonly PreparedStatements _writeStatements;
    private readonly PreparedStatements _readStatements;
    private readonly WalCheckpoints _checkpoints;

    private SandboxStore(string file, SqliteConnection connection, SqliteConnection reading, SqliteConnection moving)
    {
        _file = file;
        _checkpoints = new WalCheckpoints(moving, $"{file}-wal", _turn);
        _checkpoints.Start();
        (_writeStatements, _readStatements) = (new PreparedStatements(connection), new PreparedStatements(reading));
        _connection = connection;
        _reading = reading;
    }

    /// <summary>Opens the file, or creates it together with its folder.</summary>
    /// <param name="file">Path of the SQLite file; its <c>-wal</c> and <c>-shm</c> companions lie beside it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SqliteException">The file is not a database or cannot be written.</exception>
    public static async Task<SandboxStore> OpenAsync(string file, CancellationToken cancellationToken)
    {
        SQLitePCL.Batteries_V2.Init();
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, """
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma wal_autocheckpoint = 0;
            pragma busy_timeout = 5000;
            create table if not exists document (
                kind text not null, id text not null, key text null, json text not null,
                primary key (kind, id)) without rowid;
            create index if not exists document_key on document (kind, key) where key is not null;
            create table if not exists counter (name text primary key, value integer not null) without rowid;
            """, cancellationToken);
        var reading = new SqliteConnection(text);
        await reading.OpenAsync(cancellationToken);
        await RunAsync(reading, "pragma busy_timeout = 5000; pragma query_only = on;", cancellationToken);
        var moving = new SqliteConnection(text);
        await moving.OpenAsync(cancellationToken);
        await RunAsync(moving, "pragma busy_timeout = 5000; pragma synchronous = full;", cancellationToken);
        return new SandboxStore(path, connection, reading, moving);
    }

    /// <summary>Indexes the documents of a kind by a number inside them, then by id, unless they are; both names are letters of ours.</summary>
    public async Task IndexAsync(string kind, string property, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(_connection, $"create index if not exists {IndexOf(kind, property)} on document ({NumberOf(property)}, id) where kind = '{kind}'", cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What a stand-in throws that cannot use what another version of it stored.</summary>
    internal InvalidDataException OfAnotherVersion() => new($"The books in {_file} were made by another version of the stand-in. Delete the file to begin anew.");

    internal static string NumberOf(string property) => $"cast(json_extract(json, '$.{property}') as integer)";

    internal static string IndexOf(string kind, string property) => $"document_{kind}_by_{property}";

    /// <summary>Runs <paramref name="work"/> in one transaction, committed when it returns and rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SandboxUnit, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var stored = new StoredWork<T>(work);
        _waiting.Enqueue(stored);
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Under way already: then it counts, as for a caller that hung up too late.
            return stored.Take() ? throw new OperationCanceledException(cancellationToken) : await stored.Result;
        }

        try
        {
            // Whoever had the turn before may have committed it; and more may have come before it than fit together.
            while (!stored.Result.IsCompleted)
            {
                CommitWaiting();
            }
        }
        finally
        {
            _turn.Release();
        }

        return await stored.Result;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<SandboxUnit> work, CancellationToken cancellationToken) =>
        WriteAsync(unit => { work(unit); return true; }, cancellationToken);

    /// <summary>Runs <paramref name="work"/> on one consistent state of the store; it must not write.</summary>
    public async Task<T> ReadAsync<T>(Func<SandboxUnit, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _readingTurn.WaitAsync(cancellationToken);
        try
        {
            using var transaction = _reading.BeginTransaction(deferred: true);
            return work(new SandboxUnit(_readStatements, transaction));
        }
        finally
        {
            _readingTurn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _checkpoints.DisposeAsync();
        await _turn.WaitAsync();
        await _readingTurn.WaitAsync();
        _readStatements.Dispose();
        _writeStatements.Dispose();
        await _reading.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
        _readingTurn.Dispose();
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs what waits in one transaction, each unit behind its own savepoint: what throws is undone alone.</summary>
    private void CommitWaiting()
    {
        List<StoredWork> together = [];
        while (together.Count < MostTogether && _waiting.TryDequeue(out var next))
        {
            if (next.Take())
            {
                together.Add(next);
            }
        }

        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var work in together)
            {
                transaction.Save(Work);
                if (!work.Run(new SandboxUnit(_writeStatements, transaction)))
                {
                    transaction.Rollback(Work);
                }

                transaction.Release(Work);
            }

            transaction.Commit();
        }
#pragma warning disable CA1031 // Handed to everyone whose work was in the transaction.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            together.ForEach(work => work.Failed(failure));
            return;
        }

        together.ForEach(work => work.Committed());
    }
}
