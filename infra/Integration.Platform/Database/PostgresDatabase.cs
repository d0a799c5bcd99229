using System.Net.Sockets;
using Npgsql;

namespace Integration.Platform.Database;

/// <summary>The database port over Npgsql.</summary>
internal sealed class PostgresDatabase : IDatabase, IMigrationTarget, IAsyncDisposable
{
    // Any constant will do; it names our lock among all advisory locks of this database.
    private const long MigrationLock = 0x496E7465_67726174;

    private readonly NpgsqlDataSource _source;
    private readonly TimeSpan _commandDeadline;
    private readonly string? _schema;

    public PostgresDatabase(DatabaseOptions options, ILoggerFactory? loggers = null)
    {
        _commandDeadline = options.CommandDeadline;
        _schema = options.Schema;
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            CommandTimeout = (int)options.CommandDeadline.TotalSeconds,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
            MaxPoolSize = options.MaxConnections,
            // Nothing here changes a session's settings, listens, or holds more than a transaction's locks: clearing all that at
            // every use of a connection (seven statements) would be a fifth of all statements.
            NoResetOnClose = true,
        };
        if (options.Schema is not null)
        {
            connection.SearchPath = options.Schema;
        }

        connection.ApplicationName ??= "integration";
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        builder.UseLoggerFactory(loggers);
        _source = builder.Build();
    }

    public SqlDialect Dialect => SqlDialect.Postgres;

    public async Task<T> TransactAsync<T>(Func<IUnit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        T result;
        Unit unit;
        await using (var connection = await _source.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            unit = new Unit(Dialect, connection, transaction, _commandDeadline);
            result = await work(unit, ct);
            await unit.RunBeforeCommitAsync(ct);
            await transaction.CommitAsync(ct);
        }

        unit.RunAfterCommit();
        return result;
    }

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
        await using var connection = await _source.OpenConnectionAsync(ct);
        return await work(new Unit(Dialect, connection, null, _commandDeadline), ct);
    }

    public bool IsTransient(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient || IsShutdown(postgres.SqlState),
        NpgsqlException npgsql => npgsql.IsTransient
            || npgsql.InnerException is TimeoutException or IOException or SocketException,
        _ => false,
    };

    public string? Refusal(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName,
    } refused ? refused.MessageText : null;

    public async Task MigrateAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var unit = new Unit(Dialect, connection, transaction, TimeSpan.FromMinutes(10));
        await unit.ExecuteAsync("SELECT pg_advisory_xact_lock(@key)", new { key = MigrationLock }, ct);
        if (_schema is not null)
        {
            await CreateSchemaAsync(unit, _schema, ct);
        }

        await work(unit, ct);
        await transaction.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task CreateSchemaAsync(Unit unit, string schema, CancellationToken ct)
    {
        // A user without the right to create schemas may still use one that its administrator made.
        var exists = await unit.FirstOrDefaultAsync<long>(
            "SELECT count(*) FROM pg_namespace WHERE nspname = @schema", new { schema }, ct);
        if (exists == 0)
        {
            await unit.ExecuteAsync($"CREATE SCHEMA \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", null, ct);
        }
    }

    private static bool IsShutdown(string state) =>
        state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled;
}
