using Microsoft.Data.Sqlite;

namespace Integration.Tests.Chaos.Security;

/// <summary>Every text that an embedded stack's database holds, and every message that went through its outbox since <see cref="KeepMessagesAsync"/>.</summary>
internal sealed class StoredTexts(string folder)
{
    private const string Kept = "canary_outbox";
    private readonly string _connection = $"Data Source={Path.Combine(folder, "integration.db")};Pooling=False";

    /// <summary>From now on messages that were sent and forgotten stay readable here.</summary>
    public Task KeepMessagesAsync(CancellationToken ct) => ExecuteAsync(
        $"""
        CREATE TABLE {Kept} AS SELECT queue, message_type, body, correlation_id, traceparent, tracestate, timer_key FROM outbox;
        CREATE TRIGGER {Kept}_rows AFTER INSERT ON outbox BEGIN
          INSERT INTO {Kept} VALUES (NEW.queue, NEW.message_type, NEW.body, NEW.correlation_id, NEW.traceparent, NEW.tracestate, NEW.timer_key);
        END
        """, ct);

    /// <summary>What the messages say about themselves, without their content.</summary>
    public Task<IReadOnlyList<string>> HeadersAsync(CancellationToken ct) => TextsAsync(
        $"SELECT queue || ' ' || message_type || ' ' || coalesce(correlation_id, '') || ' ' || coalesce(traceparent, '') || ' ' || coalesce(tracestate, '') || ' ' || coalesce(timer_key, '') FROM {Kept}", ct);

    /// <summary>The messages' content.</summary>
    public Task<IReadOnlyList<string>> BodiesAsync(CancellationToken ct) => TextsAsync($"SELECT body FROM {Kept}", ct);

    /// <summary>Table and column → its texts; messages on their way are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> TablesAsync(CancellationToken ct)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in await TextsAsync($"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('outbox', '{Kept}')", ct))
        {
            foreach (var column in await TextsAsync($"SELECT name FROM pragma_table_info('{table}')", ct))
            {
                texts[$"{table}.{column}"] = await TextsAsync($"SELECT CAST(\"{column}\" AS text) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL", ct);
            }
        }

        return texts;
    }

    private async Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct)) texts.Add(reader.GetString(0));
        return texts;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
