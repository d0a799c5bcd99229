using System.Diagnostics;
using Npgsql;

namespace Integration.Run.Bench.Systems;

/// <summary>What the database alone can do: transactions of one inserted row, each flushed to disk before it is answered.</summary>
internal static class DatabaseCeiling
{
    private const int Writers = 16;

    /// <returns>Commits per second.</returns>
    public static async Task<double> MeasureAsync(string connectionString, TimeSpan duration, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using (var make = source.CreateCommand("CREATE TABLE IF NOT EXISTS bench_ceiling (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)"))
        {
            await make.ExecuteNonQueryAsync(ct);
        }

        var written = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync()));
        var seconds = watch.Elapsed.TotalSeconds;
        await using var drop = source.CreateCommand("DROP TABLE bench_ceiling");
        await drop.ExecuteNonQueryAsync(ct);
        return Math.Round(written / seconds);

        async Task WriteAsync()
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var insert = new NpgsqlCommand("INSERT INTO bench_ceiling (text) VALUES ('one row')", connection);
            await insert.PrepareAsync(ct);
            while (watch.Elapsed < duration)
            {
                await insert.ExecuteNonQueryAsync(ct);
                Interlocked.Increment(ref written);
            }
        }
    }
}
