using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Integration.Platform.Database;

/// <summary>
/// The database port over SQLite: write-ahead log, <c>synchronous=FULL</c> (a commit survives power loss), one
/// connection that writes behind an asynchronous lock, and as many that read as are used at once. Other processes on
/// the same file wait for each other by SQLite's own lock, up to the command deadline.
/// </summary>
internal sealed class SqliteDatabase : IDatabase, IMigrationTarget, IAsyncDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly string _connectionString;
    private readonly string _file;
    private readonly TimeSpan _commandDeadline;
    private SqliteConnection? _writer;
    private bool _disposed;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public SqliteDatabase(DatabaseOptions options)
    {
        _commandDeadline = options.CommandDeadline;
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            DefaultTimeout = (int)options.CommandDeadline.TotalSeconds,
        };
        _file = builder.DataSource;
        _connectionString = builder.ConnectionString;
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public Task<T> TransactAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct) =>
        WriteAsync(work, _commandDeadline, ct);

    public Task TransactAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct) =>
        TransactAsync<object?>(
            async (unit, token) =>
            {
                await work(unit, token);
                return null;
            },
            ct);

    public async Task<T> ReadAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ct.ThrowIfCancellationRequested();
        if (!_readers.TryTake(out var connection))
        {
            connection = Open("PRAGMA query_only = 1;");
        }

        try
        {
            return await work(new Unit(Dialect, connection, null, _commandDeadline), ct);
        }
        finally
        {
            if (_disposed)
            {
                connection.Dispose();
            }
            else
            {
                _readers.Add(connection);
            }
        }
    }

    // SQLITE_BUSY, SQLITE_LOCKED
    public bool IsTransient(Exception exception) => exception is SqliteException { SqliteErrorCode: 5 or 6 };

    // A file asks for no user.
    public string? Refusal(Exception exception) => null;

    public Task MigrateAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct) =>
        WriteAsync<object?>(
            async (unit, token) =>
            {
                await work(unit, token);
                return null;
            },
            TimeSpan.FromMinutes(10),
            ct);

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        _disposed = true;
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        _writing.Release();
    }

    private async Task<T> WriteAsync<T>(
        Func<IUnit, CancellationToken, Task<T>> work, TimeSpan deadline, CancellationToken ct)
    {
        T result;
        Unit unit;
        await _writing.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer ??= Open("PRAGMA journal_mode = WAL;");
            await using var transaction = _writer.BeginTransaction(deferred: false);
            unit = new Unit(Dialect, _writer, transaction, deadline);
            result = await work(unit, ct);
            await unit.RunBeforeCommitAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }

        unit.RunAfterCommit();
        return result;
    }

    private SqliteConnection Open(string pragma)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(_file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                $"PRAGMA busy_timeout = {(int)_commandDeadline.TotalMilliseconds}; PRAGMA synchronous = FULL; {pragma}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
