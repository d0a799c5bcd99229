using System.Globalization;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Npgsql;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>R4: the database is killed again and again, and then away for a while; what was answered with 202 has a row.</summary>
internal sealed class DatabaseDeaths(OwnServers servers, ChaosStack stack)
{
    private const double PerSecond = 2;
    private const int NoOrder = 9_000_000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenHints = TimeSpan.FromMilliseconds(400);

    public async Task<Findings> RunAsync(int times, TimeSpan away, CancellationToken ct)
    {
        using var shaken = new Shaken(servers, stack, "database");
        // No sweep finds these, so that a row of theirs can only be their hint's.
        var taken = new List<string>();

        var findings = await shaken.RunAsync(
            null, PerSecond,
            async token =>
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
                var hinting = HintAsync(shaken, taken, over.Token, token);
                await ShakeAsync(times, away, token);
                await over.CancelAsync();
                await hinting;
            },
            ct);

        findings.Take("202 without a row", [.. taken.Except(await RowsAsync(ct))]);
        findings.When(taken.Count == 0, "no hint was taken at all");
        findings.Take("answers to hints that are neither taken nor a clean refusal", [.. shaken.Hints.Answers.Keys.Except(["202", "503"])]);
        Verdict.Tell($"Database killed {times} times, away {away.TotalSeconds:0} s, {shaken.Orders.Placed} orders meanwhile; hints {BrokerDeaths.Words(shaken)}, {taken.Count} of them for orders that never come; "
            + $"whole {shaken.Drained.TotalSeconds:0} s after its return; {findings}");
        return findings;
    }

    private static async Task HintAsync(Shaken shaken, List<string> taken, CancellationToken until, CancellationToken ct)
    {
        for (var index = 0; !until.IsCancellationRequested; index++)
        {
            var id = (NoOrder + index).ToString(CultureInfo.InvariantCulture);
            if (await shaken.Hints.SendAsync(id, ct) == "202") taken.Add(id);
            await Task.WhenAny(Task.Delay(BetweenHints, until));
        }
    }

    /// <summary>Only does it; orders and judgement are the caller's.</summary>
    public async Task ShakeAsync(int times, TimeSpan away, CancellationToken ct)
    {
        var dice = new Random(ChaosScale.Seed);
        for (var time = 0; time < times; time++)
        {
            await Task.Delay(Between * (0.5 + dice.NextDouble()), ct);
            await servers.Postgres.KillAsync(ct);
            await servers.Postgres.StartAgainAsync(ct);
        }

        if (away == TimeSpan.Zero) return;
        await Task.Delay(Between, ct);
        await servers.Postgres.KillAsync(ct);
        await Task.Delay(away, ct);
        await servers.Postgres.StartAgainAsync(ct);
    }

    private async Task<IReadOnlyList<string>> RowsAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(servers.Database);
        await using var command = source.CreateCommand($"SELECT id FROM {ServiceRole.Gateway.Identifier}.look WHERE entity = 'order'");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct)) rows.Add(reader.GetString(0));
        return rows;
    }
}
