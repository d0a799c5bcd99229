using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>Takes the ERP's readings: an older one never wins, and a SKU is marked only where something may follow from it.</summary>
internal sealed class StockArrivals(StockLevels levels, IntegrationMetrics metrics, TimeProvider time)
{
    // Longer than any two readings overlap: then the later one counts, whatever the ERP's stamp says (a restored or corrected clock).
    private const long LongestReading = 15 * 60_000;

    /// <summary>Stores the readings.</summary>
    public async Task StoreAsync(IUnit unit, StockRead read, CancellationToken ct)
    {
        var skus = read.Figures.Select(figure => figure.Sku).ToList();
        var known = await StockLevels.HoldAsync(unit, read.Pair, skus, ct);
        var reserved = await Reservations.OfAsync(unit, read.Pair, skus, ct);
        var now = time.UnixMs();
        var marked = 0;
        var confirmed = new List<string>();
        foreach (var figure in read.Figures.DistinctBy(figure => figure.Sku).OrderBy(figure => figure.Sku, StringComparer.Ordinal))
        {
            var row = new LevelRow
            {
                Sku = figure.Sku, Places = Reckoning.Write(figure.Places), ItemClass = figure.ItemClass, Ticket = read.Ticket, Stamp = figure.StampedAt?.ToUnixMs() ?? 0, ReadAt = now,
            };
            var before = known.GetValueOrDefault(figure.Sku);
            if (before is not null && !IsNewer(row, before)) continue;
            var marks = before is null || before.Places != row.Places || before.ItemClass != row.ItemClass || reserved[figure.Sku].Any(order => order.NotIn(before.Ticket) != order.NotIn(row.Ticket));
            if (marks) marked++;
            // A sweep over everything finds little new: what stayed is written together.
            if (!marks && before?.Stamp == row.Stamp) confirmed.Add(row.Sku);
            else await levels.StoreAsync(unit, read.Pair, row, marks, ct);
        }

        await levels.ConfirmAsync(unit, read.Pair, confirmed, read.Ticket, ct);

        if (read.Compare)
        {
            await levels.MarkAsync(unit, read.Pair, skus, soldOrBack: false, forced: true, ct);
            marked = Math.Max(marked, skus.Count);
        }

        if (marked == 0) return;
        unit.AfterCommit(() =>
        {
            metrics.In(read.Pair, LaneNames.Stock, marked);
            levels.Signal.Raise();
        });
    }

    private static bool IsNewer(LevelRow row, LevelRow before) =>
        row.Stamp > 0 && before.Stamp > 0 && row.Stamp != before.Stamp && row.ReadAt - before.ReadAt < LongestReading
            ? row.Stamp > before.Stamp
            : row.Ticket > before.Ticket;
}
