using System.Collections.Concurrent;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.XCart.Stock;

/// <summary>Reads levels by many calls, a bounded number at a time; one that fails ends all.</summary>
internal static class Together
{
    public static async Task<StockReading> ReadAsync<T>(
        IEnumerable<T> asked, int parallel, Func<T, CancellationToken, Task<(IReadOnlyList<StockLevel>? Levels, WriteOutcome? Failure)>> read, CancellationToken ct)
    {
        var levels = new ConcurrentQueue<StockLevel>();
        WriteOutcome? stop = null;
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct }, async (one, token) =>
        {
            if (Volatile.Read(ref stop) is not null) return;
            var (found, failure) = await read(one, token);
            if (failure is not null) Interlocked.CompareExchange(ref stop, failure, null);
            foreach (var level in found ?? []) levels.Enqueue(level);
        });
        return stop is null ? new StockReading.Read([.. levels]) : new StockReading.Failed(stop);
    }
}
