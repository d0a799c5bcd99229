using Microsoft.Data.Sqlite;

namespace Integration.Sandbox.Storage;

/// <summary>
/// The statements of one connection, each prepared once: a stand-in runs the same few dozen thousands of times a second. Not for use by two threads
/// at once, as the connection is not.
/// </summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Runs it and says how many rows it changed.</summary>
    public int Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Of(transaction, sql, values).ExecuteNonQuery();

    /// <summary>The first column of every row.</summary>
    public List<T> Column<T>(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Of(transaction, sql, values).ExecuteReader();
        var column = new List<T>();
        while (reader.Read()) column.Add(reader.GetFieldValue<T>(0));
        return column;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }

    private SqliteCommand Of(SqliteTransaction transaction, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in values) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _commands.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index].Value ?? DBNull.Value;
        return command;
    }
}
