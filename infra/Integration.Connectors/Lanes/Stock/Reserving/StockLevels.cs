using Integration.Connectors.Looks;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>The table of levels: what the ERP said last of each SKU, and which SKUs must be reckoned anew.</summary>
internal sealed class StockLevels(TimeProvider time)
{
    private const string Columns = """
        sku AS Sku, places AS Places, item_class AS ItemClass, ticket AS Ticket, stamp AS Stamp, read_at AS ReadAt, written AS Written, observed AS Observed,
        state AS State, dirty AS Dirty, forced AS Forced, recheck_at AS RecheckAt, given_back AS GivenBack
        """;

    /// <summary>Wakes the writers of this process.</summary>
    public LookSignal Signal { get; } = new();

    /// <summary>Marks SKUs to be reckoned anew; those that the ERP never showed have no row.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="scope">The pair.</param>
    /// <param name="skus">Which.</param>
    /// <param name="soldOrBack">The shop's own level moved, so that what was written is not what is there.</param>
    /// <param name="forced">Look at the shop even if the level is to stay.</param>
    /// <param name="ct">Cancels.</param>
    public async Task MarkAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, bool soldOrBack, bool forced, CancellationToken ct)
    {
        if (skus.Count == 0) return;
        await unit.ExecuteAsync(
            $"""
            UPDATE stock_level SET dirty = dirty + 1, marks = marks + 1, due_at = CASE WHEN dirty = 0 OR due_at > @now THEN @now ELSE due_at END,
              written = CASE WHEN @sold = 1 THEN NULL ELSE written END, forced = CASE WHEN @forced = 1 THEN 1 ELSE forced END
            WHERE scope = @scope AND {unit.Dialect.In("sku", "skus")}
            """,
            new { scope, skus = skus.ToArray(), now = time.UnixMs(), sold = soldOrBack ? 1 : 0, forced = forced ? 1 : 0 }, ct);
        unit.AfterCommit(Signal.Raise);
    }

    /// <summary>An order of the pair's shop gave pieces of these SKUs back.</summary>
    public static Task GivenBackAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, CancellationToken ct) => skus.Count == 0 ? Task.CompletedTask : unit.ExecuteAsync(
        $"UPDATE stock_level SET given_back = given_back + 1 WHERE scope = @scope AND {unit.Dialect.In("sku", "skus")}", new { scope, skus = skus.ToArray() }, ct);

    /// <summary>Marks every SKU of a pair.</summary>
    public async Task MarkAllAsync(IUnit unit, string scope, CancellationToken ct)
    {
        await unit.ExecuteAsync("UPDATE stock_level SET dirty = dirty + 1, due_at = @now, written = NULL WHERE scope = @scope", new { scope, now = time.UnixMs() }, ct);
        unit.AfterCommit(Signal.Raise);
    }

    /// <summary>What is to be reckoned now.</summary>
    public Task<IReadOnlyList<LevelRow>> DueAsync(IUnit unit, string scope, int most, CancellationToken ct) => unit.ListAsync<LevelRow>(
        $"SELECT {Columns} FROM stock_level WHERE scope = @scope AND dirty > 0 AND due_at <= @now ORDER BY due_at LIMIT @most", new { scope, now = time.UnixMs(), most }, ct);

    /// <summary>These rows as they are now.</summary>
    public static Task<IReadOnlyDictionary<string, LevelRow>> OfAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, CancellationToken ct) => RowsAsync(unit, scope, skus, "", ct);

    /// <summary>These rows as they are now and stay until the transaction ends, always taken in the same order: two readings that overlap wait for each other.</summary>
    public static Task<IReadOnlyDictionary<string, LevelRow>> HoldAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, CancellationToken ct) =>
        RowsAsync(unit, scope, skus, $" ORDER BY sku{unit.Dialect.ForUpdate}", ct);

    /// <summary>Stores a reading that is newer than what is known.</summary>
    public Task StoreAsync(IUnit unit, string scope, LevelRow row, bool marked, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO stock_level (scope, sku, places, item_class, ticket, stamp, read_at, state, dirty, forced, due_at, recheck_at, marks, writes)
        VALUES (@scope, @Sku, @Places, @ItemClass, @Ticket, @Stamp, @ReadAt, '', @mark, 0, @now, 0, @mark, 0)
        ON CONFLICT (scope, sku) DO UPDATE SET places = excluded.places, item_class = excluded.item_class, ticket = excluded.ticket, stamp = excluded.stamp, read_at = excluded.read_at,
          dirty = stock_level.dirty + @mark, marks = stock_level.marks + @mark,
          due_at = CASE WHEN @mark = 1 AND (stock_level.dirty = 0 OR stock_level.due_at > @now) THEN @now ELSE stock_level.due_at END
        """,
        new { scope, row.Sku, row.Places, row.ItemClass, row.Ticket, row.Stamp, row.ReadAt, mark = marked ? 1 : 0, now = time.UnixMs() }, ct);

    /// <summary>A newer reading showed what is known already.</summary>
    /// <param name="unit">The transaction, which holds these rows.</param>
    /// <param name="scope">The pair.</param>
    /// <param name="skus">Which.</param>
    /// <param name="ticket">The reading's number.</param>
    /// <param name="ct">Cancels.</param>
    public Task ConfirmAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, long ticket, CancellationToken ct) => skus.Count == 0 ? Task.CompletedTask : unit.ExecuteAsync(
        $"UPDATE stock_level SET ticket = @ticket, read_at = @now WHERE scope = @scope AND {unit.Dialect.In("sku", "skus")}", new { scope, skus = skus.ToArray(), ticket, now = time.UnixMs() }, ct);

    /// <summary>The writer is through with a SKU. Marks that came while it worked keep the row dirty.</summary>
    public static Task EndAsync(IUnit unit, string scope, LevelRow seen, LevelEnd end, CancellationToken ct) => unit.ExecuteAsync(
        """
        UPDATE stock_level SET dirty = CASE WHEN dirty = @Dirty AND @again = 0 THEN 0 ELSE dirty END, written = CASE WHEN dirty = @Dirty THEN @Written ELSE NULL END,
          observed = @Observed, state = @State, writes = writes + @Writes, forced = CASE WHEN dirty = @Dirty AND @again = 0 THEN 0 ELSE @again END,
          due_at = CASE WHEN @again = 1 AND dirty = @Dirty THEN @due ELSE due_at END, recheck_at = @recheck
        WHERE scope = @scope AND sku = @Sku
        """,
        new { scope, seen.Sku, seen.Dirty, end.Written, end.Observed, end.State, end.Writes, again = end.DueAt > 0 ? 1 : 0, due = end.DueAt, recheck = end.RecheckAt }, ct);

    private static async Task<IReadOnlyDictionary<string, LevelRow>> RowsAsync(IUnit unit, string scope, IReadOnlyCollection<string> skus, string held, CancellationToken ct) =>
        (await unit.ListAsync<LevelRow>($"SELECT {Columns} FROM stock_level WHERE scope = @scope AND {unit.Dialect.In("sku", "skus")}{held}", new { scope, skus = skus.ToArray() }, ct))
        .ToDictionary(row => row.Sku, StringComparer.Ordinal);
}
