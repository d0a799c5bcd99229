using System.Collections.Concurrent;
using Npgsql;

namespace Integration.Tests.Servers;

/// <summary>
/// Databases of tests that have ended, for those to come: making one and dropping it costs the server several hundred files. Emptied and under a new name, so that nothing of the test before
/// finds its way back.
/// </summary>
/// <param name="administrator">Connection string of the server's administrator.</param>
internal sealed class UsedDatabases(string administrator)
{
    private const string DropEverything = """
        DO $$
        DECLARE found text;
        BEGIN
            FOR found IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', found);
            END LOOP;
            CREATE SCHEMA public;
        END $$
        """;

    private readonly ConcurrentBag<string> _empty = [];

    /// <summary>Connection string of the server's administrator.</summary>
    public string Administrator => administrator;

    /// <summary>The name of an empty database that nobody else uses.</summary>
    public async Task<string> TakeAsync(CancellationToken ct)
    {
        if (_empty.TryTake(out var used)) return used;
        var made = NewName();
        await ExecuteAsync($"CREATE DATABASE {made} TEMPLATE template0 ENCODING 'UTF8'", null, ct);
        return made;
    }

    /// <summary>Takes a database back, closing its connections.</summary>
    public async Task ReturnAsync(string name)
    {
        var next = NewName();
        try
        {
            await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", null, CancellationToken.None);
            await ExecuteAsync($"ALTER DATABASE {name} RENAME TO {next}", null, CancellationToken.None);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            // Who comes back again and again is shut out for good.
            await DropAsync(name);
            return;
        }

        await ExecuteAsync($"ALTER DATABASE {next} RESET ALL", null, CancellationToken.None);
        await ExecuteAsync(DropEverything, next, CancellationToken.None);
        _empty.Add(next);
    }

    /// <summary>Drops all that wait for another test.</summary>
    public async Task DropAsync()
    {
        while (_empty.TryTake(out var name)) await DropAsync(name);
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";

    private Task DropAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", null, CancellationToken.None);

    private async Task ExecuteAsync(string sql, string? database, CancellationToken ct)
    {
        // Without a pool: an idle administrator's connection would count among those of the tests.
        var unpooled = new NpgsqlConnectionStringBuilder(administrator) { Pooling = false };
        if (database is not null) unpooled.Database = database;
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
