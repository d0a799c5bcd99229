using Integration.Run.Stack;
using Npgsql;

namespace Integration.Run.Bench.Systems;

/// <summary>What a stack has spent so far.</summary>
/// <param name="Cpu">CPU by process.</param>
/// <param name="Published">Messages published to the broker.</param>
/// <param name="Commits">Transactions committed, of all databases.</param>
/// <param name="LogBytes">Bytes of the database's write-ahead log.</param>
internal sealed record Costs(CpuAccount Cpu, long Published, long Commits, long LogBytes)
{
    public static async Task<Costs> ReadAsync(IRunningStack stack, CancellationToken ct)
    {
        var cpu = CpuAccount.Of(stack);
        var published = await stack.Backing.Broker!.Management.PublishedAsync(Backing.VirtualHost, ct);
        await using var connection = new NpgsqlConnection(stack.Backing.Database!.AdministratorConnection);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            "SELECT (SELECT coalesce(sum(xact_commit), 0)::bigint FROM pg_stat_database), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new Costs(cpu, published, row.GetInt64(0), row.GetInt64(1));
    }
}
