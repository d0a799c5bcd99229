using Integration.Contracts.Orders;
using Integration.Contracts.Stock;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>
/// What orders of all shops of an ERP take, as the gateway of one pair knows it (<paramref name="levels"/> are of the same pair). Every change marks
/// the SKUs concerned, in the same transaction.
/// </summary>
internal sealed class Reservations(StockLevels levels, TimeProvider time)
{
    private const string Pieces = "sku AS Sku, quantity AS Quantity, counted AS Counted, counted_at AS CountedAt";

    /// <summary>An order's snapshot takes these lines (none: it gives them back). A lower sequence than already seen changes nothing.</summary>
    public async Task<bool> TakeAsync(IUnit unit, string scope, OrderKey key, long sequence, IReadOnlyList<StockLine> lines, CancellationToken ct, bool ignored = false)
    {
        if (await HeaderAsync(unit, scope, key, ct) is { } known && (known.Sequence >= sequence || (known.Ignored != 0 && ignored))) return false;
        await StoreAsync(unit, scope, key, sequence, ignored, ct);
        await SetAsync(unit, scope, key, lines, ct);
        return true;
    }

    /// <summary>What the shop shows of an order before its snapshot is taken, or after it changed again.</summary>
    public async Task SeenAsync(IUnit unit, string scope, OrderKey key, IReadOnlyList<StockLine> lines, CancellationToken ct)
    {
        var known = await HeaderAsync(unit, scope, key, ct);
        if (known is { Ignored: not 0 }) return;
        if (known is null) await StoreAsync(unit, scope, key, 0, ignored: false, ct);
        await SetAsync(unit, scope, key, lines, ct);
    }

    /// <summary>From when on the ERP's figures contain the order, or that they do not any more. It may come before the order itself does, and after what is newer.</summary>
    public async Task CountAsync(IUnit unit, OrderCounted counted, CancellationToken ct)
    {
        var (scope, key) = (counted.Pair, counted.Key);
        if (await HeaderAsync(unit, scope, key, ct) is null) await StoreAsync(unit, scope, key, 0, ignored: false, ct);
        foreach (var line in StockLines.Of(counted.Lines).OrderBy(line => line.Sku, StringComparer.Ordinal))
        {
            await unit.ExecuteAsync(
                """
                INSERT INTO stock_reservation (scope, pair, order_id, sku, quantity, counted, counted_at) VALUES (@scope, @Pair, @OrderId, @Sku, 0, @counted, @at)
                ON CONFLICT (scope, pair, order_id, sku) DO UPDATE SET counted = excluded.counted, counted_at = excluded.counted_at
                  WHERE abs(stock_reservation.counted_at) < abs(excluded.counted_at)
                """,
                new { scope, key.Pair, key.OrderId, line.Sku, counted = ReservedPieces.Stored(line.Quantity), at = counted.Counts ? counted.Ticket : -counted.Ticket }, ct);
        }

        await levels.MarkAsync(unit, scope, [.. counted.Lines.Select(line => line.Sku.Trim())], soldOrBack: false, forced: false, ct);
    }

    /// <summary>The shop may have moved its own stock for this order: what is there must be looked at, even if nothing is to change.</summary>
    public async Task ForceAsync(IUnit unit, string scope, OrderKey key, CancellationToken ct)
    {
        var rows = await OfOrderAsync(unit, scope, key, ct);
        await levels.MarkAsync(unit, scope, [.. rows.Select(row => row.Sku)], soldOrBack: true, forced: true, ct);
    }

    /// <summary>Everything that is taken of these SKUs.</summary>
    public static async Task<ILookup<string, ReservedPieces>> OfAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, CancellationToken ct) =>
        (await unit.ListAsync<ReservedPieces>(
            $"SELECT {Pieces} FROM stock_reservation WHERE scope = @scope AND quantity > 0 AND {unit.Dialect.In("sku", "skus")}", new { scope, skus = skus.ToArray() }, ct))
        .ToLookup(row => row.Sku, StringComparer.Ordinal);

    /// <summary>Forgets what can deduct nothing any more: given back, or contained in every reading for a long time.</summary>
    public async Task ForgetAsync(IUnit unit, string scope, TimeSpan after, CancellationToken ct)
    {
        var until = time.UnixMs() - (long)after.TotalMilliseconds;
        await unit.ExecuteAsync(
            """
            DELETE FROM stock_reservation WHERE scope = @scope AND (quantity = 0 OR (counted_at > 0 AND counted >= quantity)) AND EXISTS (
              SELECT 1 FROM stock_order o WHERE o.scope = stock_reservation.scope AND o.pair = stock_reservation.pair AND o.order_id = stock_reservation.order_id AND o.changed_at < @until)
            """,
            new { scope, until }, ct);
        await unit.ExecuteAsync(
            """
            DELETE FROM stock_order WHERE scope = @scope AND ignored = 0 AND changed_at < @until AND NOT EXISTS (
              SELECT 1 FROM stock_reservation r WHERE r.scope = stock_order.scope AND r.pair = stock_order.pair AND r.order_id = stock_order.order_id)
            """,
            new { scope, until }, ct);
    }

    private async Task SetAsync(IUnit unit, string scope, OrderKey key, IReadOnlyList<StockLine> lines, CancellationToken ct)
    {
        var before = (await OfOrderAsync(unit, scope, key, ct)).ToDictionary(row => row.Sku, row => row.Quantity, StringComparer.Ordinal);
        var now = StockLines.Of(lines).ToDictionary(line => line.Sku, line => ReservedPieces.Stored(line.Quantity), StringComparer.Ordinal);
        var changed = before.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(sku => before.GetValueOrDefault(sku) != now.GetValueOrDefault(sku)).Order(StringComparer.Ordinal).ToList();
        foreach (var sku in changed)
        {
            await unit.ExecuteAsync(
                """
                INSERT INTO stock_reservation (scope, pair, order_id, sku, quantity, counted, counted_at) VALUES (@scope, @Pair, @OrderId, @sku, @quantity, 0, 0)
                ON CONFLICT (scope, pair, order_id, sku) DO UPDATE SET quantity = excluded.quantity
                """,
                new { scope, key.Pair, key.OrderId, sku, quantity = now.GetValueOrDefault(sku) }, ct);
        }

        await levels.MarkAsync(unit, scope, changed, soldOrBack: key.Pair == scope, forced: false, ct);
        if (key.Pair == scope) await StockLevels.GivenBackAsync(unit, scope, [.. changed.Where(sku => before.GetValueOrDefault(sku) > now.GetValueOrDefault(sku))], ct);
    }

    private static Task<IReadOnlyList<ReservedPieces>> OfOrderAsync(IUnit unit, string scope, OrderKey key, CancellationToken ct) => unit.ListAsync<ReservedPieces>(
        $"SELECT {Pieces} FROM stock_reservation WHERE scope = @scope AND pair = @Pair AND order_id = @OrderId ORDER BY sku", new { scope, key.Pair, key.OrderId }, ct);

    private static Task<ReservedOrder?> HeaderAsync(IUnit unit, string scope, OrderKey key, CancellationToken ct) => unit.FirstOrDefaultAsync<ReservedOrder>(
        $"SELECT sequence AS Sequence, ignored AS Ignored FROM stock_order WHERE scope = @scope AND pair = @Pair AND order_id = @OrderId{unit.Dialect.ForUpdate}",
        new { scope, key.Pair, key.OrderId }, ct);

    private Task<int> StoreAsync(IUnit unit, string scope, OrderKey key, long sequence, bool ignored, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO stock_order (scope, pair, order_id, sequence, ignored, changed_at) VALUES (@scope, @Pair, @OrderId, @sequence, @ignored, @now)
        ON CONFLICT (scope, pair, order_id) DO UPDATE SET
          sequence = CASE WHEN excluded.sequence > stock_order.sequence THEN excluded.sequence ELSE stock_order.sequence END,
          ignored = excluded.ignored, changed_at = excluded.changed_at
        """,
        new { scope, key.Pair, key.OrderId, sequence, ignored = ignored ? 1 : 0, now = time.UnixMs() }, ct);
}
