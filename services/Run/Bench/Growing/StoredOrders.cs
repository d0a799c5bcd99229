using System.Globalization;
using Integration.Run.Stack;
using Npgsql;

namespace Integration.Run.Bench.Growing;

/// <summary>
/// Makes many stored orders of few, by SQL: every table that holds rows per order gets copies of them under other keys, the same in every table, so that
/// tables and indexes are as large as after so many orders.
/// </summary>
internal sealed class StoredOrders(NpgsqlConnection connection)
{
    /// <summary>In all databases of the services.</summary>
    /// <returns>Rows added.</returns>
    public static async Task<long> MultiplyAsync(string administrator, int stored, int wanted, CancellationToken ct)
    {
        var added = 0L;
        foreach (var role in ServiceRole.Services)
        {
            var text = new NpgsqlConnectionStringBuilder(administrator) { Database = role.Identifier, CommandTimeout = 600 }.ToString();
            await using var connection = new NpgsqlConnection(text);
            await connection.OpenAsync(ct);
            added += await new StoredOrders(connection).MultiplyAsync(stored, Math.Max(1, wanted / Math.Max(1, stored)), ct);
        }

        return added;
    }

    private async Task<long> MultiplyAsync(int stored, int times, CancellationToken ct)
    {
        // Copies point at copies by the same suffix; keys made anew point at nothing, and nobody looks.
        await ExecuteAsync("SET session_replication_role = replica", ct);
        var added = 0L;
        foreach (var table in await TextsAsync("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", ct))
        {
            var rows = long.Parse((await TextsAsync($"SELECT count(*)::text FROM {table}", ct))[0], CultureInfo.InvariantCulture);
            if (rows * 2 >= stored && await CopyAsync(table, rows, ct) is { } copy) added += await ExecuteAsync(string.Format(CultureInfo.InvariantCulture, copy, times - 1), ct);
        }

        await ExecuteAsync("VACUUM ANALYZE", ct);
        return added;
    }

    /// <summary>The statement that copies a table's rows; null where nothing tells copies from their originals.</summary>
    private async Task<string?> CopyAsync(string table, long rows, CancellationToken ct)
    {
        var keyed = (await TextsAsync(
            $"SELECT DISTINCT quote_ident(a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = '{table}'::regclass", ct)).ToHashSet();
        var columns = await TextsAsync(
            $"SELECT quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = '' ORDER BY attnum", ct);
        var (names, values, isTold) = (new List<string>(), new List<string>(), false);
        foreach (var column in columns.Select(column => column.Split(' ', 2)))
        {
            var (name, type) = (column[0], column[1]);
            var value = name;
            if (keyed.Contains(name) && await IsManyAsync(table, name, rows, ct))
            {
                value = type switch
                {
                    "uuid" => "gen_random_uuid()",
                    "bigint" or "integer" => name,
                    "text" => $"{name} || '~' || n",
                    _ => name,
                };
                isTold |= value != name;
            }

            names.Add(name);
            values.Add(value);
        }

        return isTold ? $"INSERT INTO {table} ({string.Join(", ", names)}) SELECT {string.Join(", ", values)} FROM {table}, generate_series(1, {{0}}) n ON CONFLICT DO NOTHING" : null;
    }

    private async Task<bool> IsManyAsync(string table, string column, long rows, CancellationToken ct) =>
        (await TextsAsync($"SELECT (count(DISTINCT {column}) * 10 >= {rows})::text FROM {table}", ct))[0] == "true";

    private async Task<List<string>> TextsAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct)) texts.Add(reader.GetString(0));
        return texts;
    }

    private async Task<long> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return Math.Max(0, await command.ExecuteNonQueryAsync(ct));
    }
}
