using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Console.Lanes;

/// <summary>The last report of every half of a lane.</summary>
internal static class LaneStore
{
    private const string Columns =
        """pair as "Pair", lane as "Lane", half as "Half", state as "State", reason as "Reason", commands as "Commands", at as "At" """;

    /// <summary>Stores the report unless a newer one stands there.</summary>
    public static Task ReportAsync(IUnit unit, LaneReported reported, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_lane (pair, lane, half, state, reason, commands, at) values (@pair, @lane, @half, @state, @reason, @commands, @at)
        on conflict (pair, lane, half) do update set state = excluded.state, reason = excluded.reason, commands = excluded.commands, at = excluded.at
          where excluded.at >= console_lane.at
        """,
        new
        {
            pair = reported.Pair, lane = reported.Lane, half = reported.Half, state = reported.State, reason = reported.Reason, commands = reported.Commands,
            at = reported.At.ToUnixMs(),
        },
        ct);

    public static async Task<IReadOnlyList<LaneState>> AllAsync(IUnit unit, CancellationToken ct)
    {
        var rows = await unit.ListAsync<LaneRow>($"select {Columns} from console_lane order by pair, lane, half", null, ct);
        return [.. rows.Select(row => row.ToState())];
    }

    public static Task<LaneRow?> FindAsync(IUnit unit, string pair, string lane, string half, CancellationToken ct) => unit.FirstOrDefaultAsync<LaneRow>(
        $"select {Columns} from console_lane where pair = @pair and lane = @lane and half = @half", new { pair, lane, half }, ct);
}
