using Integration.Platform.Database;

namespace Integration.Console.Reconciliation;

/// <summary>The tables of reconciliations, their lists and their findings.</summary>
internal static class ReconciliationStore
{
    private const string Columns =
        "id as \"Id\", slot as \"Slot\", pair as \"Pair\", first_day as \"FirstDay\", last_day as \"LastDay\", entities as \"Entities\", heal as \"Heal\", operator as \"Operator\", "
        + "salt as \"Salt\", state as \"State\", pass as \"Pass\", checked as \"Checked\", explained as \"Explained\", note as \"Note\", "
        + "started_at as \"StartedAt\", pass_at as \"PassAt\", next_at as \"NextAt\", finished_at as \"FinishedAt\"";

    private const string FindingColumns =
        "run_id as \"RunId\", entity as \"Entity\", key as \"Key\", cause as \"Cause\", state as \"State\", store_id as \"StoreId\", erp_id as \"ErpId\", number as \"Number\", "
        + "store_amount as \"StoreAmount\", erp_amount as \"ErpAmount\", currency as \"Currency\", words as \"Words\", changed_at as \"ChangedAt\", healing_at as \"HealingAt\"";

    /// <summary>Adds a run; false when its slot is taken.</summary>
    public static async Task<bool> AddAsync(IUnit unit, RunRow row, CancellationToken ct) => await unit.ExecuteAsync(
        """
        insert into console_reconciliation (id, slot, pair, first_day, last_day, entities, heal, operator, salt, state, pass, checked, explained, note, started_at, pass_at, next_at, finished_at)
        values (@Id, @Slot, @Pair, @FirstDay, @LastDay, @Entities, @Heal, @Operator, @Salt, @State, @Pass, @Checked, @Explained, @Note, @StartedAt, @PassAt, @NextAt, null)
        on conflict (slot) do nothing
        """,
        row, ct) == 1;

    public static Task<RunRow?> GetAsync(IUnit unit, string id, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<RunRow>($"select {Columns} from console_reconciliation where id = @id", new { id }, ct);

    /// <summary>The run, locked until the transaction ends: two consoles never move the same one.</summary>
    public static Task<RunRow?> LockAsync(IUnit unit, string id, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<RunRow>($"select {Columns} from console_reconciliation where id = @id{unit.Dialect.ForUpdate}", new { id }, ct);

    public static Task<IReadOnlyList<RunRow>> DueAsync(IUnit unit, long now, CancellationToken ct) => unit.ListAsync<RunRow>(
        $"select {Columns} from console_reconciliation where state in ('starting', 'listing', 'comparing', 'waiting') and next_at <= @now order by started_at, id", new { now }, ct);

    public static Task<IReadOnlyList<RunRow>> NewestAsync(IUnit unit, string? pair, int take, CancellationToken ct) => unit.ListAsync<RunRow>(
        $"select {Columns} from console_reconciliation where (@pair = '' or pair = @pair) order by started_at desc, id desc limit @take", new { pair = pair ?? "", take }, ct);

    public static Task MoveAsync(IUnit unit, RunRow row, CancellationToken ct) => unit.ExecuteAsync(
        """
        update console_reconciliation set state = @State, pass = @Pass, checked = @Checked, explained = @Explained, note = @Note, salt = @Salt,
          pass_at = @PassAt, next_at = @NextAt, finished_at = @FinishedAt where id = @Id
        """,
        row, ct);

    public static Task<IReadOnlyList<ListRow>> ListsAsync(IUnit unit, string run, CancellationToken ct) => unit.ListAsync<ListRow>(
        """
        select entity as "Entity", side as "Side", pass as "Pass", part as "Part", state as "State", count as "Count", note as "Note"
        from console_reconciliation_list where run_id = @run order by entity, side
        """,
        new { run }, ct);

    public static Task PutListAsync(IUnit unit, string run, ListRow row, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_reconciliation_list (run_id, entity, side, pass, part, state, count, note) values (@run, @Entity, @Side, @Pass, @Part, @State, @Count, @Note)
        on conflict (run_id, entity, side) do update set pass = excluded.pass, part = excluded.part, state = excluded.state, count = excluded.count, note = excluded.note
        """,
        new { run, row.Entity, row.Side, row.Pass, row.Part, row.State, row.Count, row.Note }, ct);

    /// <summary>Takes a list that stands still over into another look.</summary>
    public static Task KeepListAsync(IUnit unit, string run, string entity, int pass, CancellationToken ct) =>
        unit.ExecuteAsync("update console_reconciliation_list set pass = @pass where run_id = @run and entity = @entity", new { run, entity, pass }, ct);

    public static Task<IReadOnlyList<FindingRow>> FindingsAsync(IUnit unit, string run, CancellationToken ct) => unit.ListAsync<FindingRow>(
        $"select {FindingColumns} from console_reconciliation_finding where run_id = @run order by entity, cause, number, key", new { run }, ct);

    public static Task PutFindingAsync(IUnit unit, FindingRow row, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_reconciliation_finding (run_id, entity, key, cause, state, store_id, erp_id, number, store_amount, erp_amount, currency, words, changed_at, healing_at)
        values (@RunId, @Entity, @Key, @Cause, @State, @StoreId, @ErpId, @Number, @StoreAmount, @ErpAmount, @Currency, @Words, @ChangedAt, @HealingAt)
        on conflict (run_id, entity, key, cause) do update set state = excluded.state, store_id = excluded.store_id, erp_id = excluded.erp_id, number = excluded.number,
          store_amount = excluded.store_amount, erp_amount = excluded.erp_amount, words = excluded.words, changed_at = excluded.changed_at, healing_at = excluded.healing_at
        """,
        row, ct);

    public static async Task PutTotalsAsync(IUnit unit, string run, string entity, IReadOnlyList<TotalRow> rows, CancellationToken ct)
    {
        await unit.ExecuteAsync("delete from console_reconciliation_total where run_id = @run and entity = @entity", new { run, entity }, ct);
        foreach (var row in rows)
        {
            await unit.ExecuteAsync(
                """
                insert into console_reconciliation_total (run_id, entity, part_of, currency, store_count, store_amount, erp_count, erp_amount)
                values (@run, @Entity, @PartOf, @Currency, @StoreCount, @StoreAmount, @ErpCount, @ErpAmount)
                """,
                new { run, row.Entity, row.PartOf, row.Currency, row.StoreCount, row.StoreAmount, row.ErpCount, row.ErpAmount }, ct);
        }
    }

    public static Task<IReadOnlyList<TotalRow>> TotalsAsync(IUnit unit, string run, CancellationToken ct) => unit.ListAsync<TotalRow>(
        """
        select entity as "Entity", part_of as "PartOf", currency as "Currency", store_count as "StoreCount", store_amount as "StoreAmount", erp_count as "ErpCount", erp_amount as "ErpAmount"
        from console_reconciliation_total where run_id = @run order by entity, part_of, currency
        """,
        new { run }, ct);
}
