using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Console.Connections;

/// <summary>The last report of every connection.</summary>
internal static class ConnectionStore
{
    /// <summary>Stores the report unless a newer one stands there; tells what stood before, for alerts on change.</summary>
    public static async Task<ConnectionState?> ReportAsync(IUnit unit, ConnectionReported reported, CancellationToken ct)
    {
        var before = await unit.FirstOrDefaultAsync<ConnectionRow>(
            """
            select connection as "Connection", state as "State", reason as "Reason", resumes_at as "ResumesAt", owner as "Owner", at as "At"
            from console_connection where connection = @connection
            """,
            new { connection = reported.Connection }, ct);
        await unit.ExecuteAsync(
            """
            insert into console_connection (connection, state, reason, resumes_at, owner, at) values (@connection, @state, @reason, @resumesAt, @owner, @at)
            on conflict (connection) do update set state = excluded.state, reason = excluded.reason, resumes_at = excluded.resumes_at,
              owner = excluded.owner, at = excluded.at where excluded.at >= console_connection.at
            """,
            new
            {
                connection = reported.Connection,
                state = reported.State,
                reason = reported.Reason,
                resumesAt = reported.ResumesAt?.ToUnixMs(),
                owner = reported.Owner,
                at = reported.At.ToUnixMs(),
            },
            ct);
        return before?.ToState();
    }

    public static async Task<IReadOnlyList<ConnectionState>> AllAsync(IUnit unit, CancellationToken ct)
    {
        var rows = await unit.ListAsync<ConnectionRow>(
            """
            select connection as "Connection", state as "State", reason as "Reason", resumes_at as "ResumesAt", owner as "Owner", at as "At"
            from console_connection order by connection
            """,
            null, ct);
        return [.. rows.Select(row => row.ToState())];
    }
}
