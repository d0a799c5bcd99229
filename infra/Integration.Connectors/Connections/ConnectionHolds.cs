using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Connectors.Connections;

/// <summary>Operators' pauses, kept over restarts.</summary>
internal sealed class ConnectionHolds(IDatabase database, TimeProvider time)
{
    /// <summary>Operator and reason of a standing pause, or null.</summary>
    public async Task<(string Operator, string Reason)?> FindAsync(string connection, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<Hold>(
            "SELECT operator AS Operator, reason AS Reason FROM connection_hold WHERE connection = @connection", new { connection }, token), ct) is { } hold
            ? (hold.Operator, hold.Reason)
            : null;

    public Task<int> StoreAsync(IUnit unit, PauseConnection command, CancellationToken ct) => command.Paused
        ? unit.ExecuteAsync(
            """
            INSERT INTO connection_hold (connection, operator, reason, held_at) VALUES (@Connection, @Operator, @Reason, @now)
            ON CONFLICT (connection) DO UPDATE SET operator = excluded.operator, reason = excluded.reason, held_at = excluded.held_at
            """,
            new { command.Connection, command.Operator, command.Reason, now = time.UnixMs() }, ct)
        : unit.ExecuteAsync("DELETE FROM connection_hold WHERE connection = @Connection", new { command.Connection }, ct);

    private sealed record Hold
    {
        public string Operator { get; init; } = "";

        public string Reason { get; init; } = "";
    }
}
