using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>The table of what the two sides listed.</summary>
internal static class RecordTable
{
    private const string Columns =
        "key as \"Key\", side as \"Side\", id as \"Id\", number as \"Number\", reference as \"Reference\", state as \"State\", amount as \"Amount\", deducted as \"Deducted\", currency as \"Currency\", part_of as \"PartOf\", "
        + "at as \"At\", changed_at as \"ChangedAt\"";

    /// <summary>Keeps records; one listed twice counts as it was listed last.</summary>
    public static Task<int> AddAsync(IUnit unit, RecordsListed listed, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_reconciliation_record (run_id, entity, key, side, id, number, reference, state, amount, deducted, currency, part_of, at, changed_at)
        values (@Run, @Entity, @Key, @Side, @Id, @Number, @Reference, @State, @Amount, @Deducted, @Currency, @Group, @At, @ChangedAt)
        on conflict (run_id, entity, key, side, id) do update set number = excluded.number, reference = excluded.reference, state = excluded.state, amount = excluded.amount, deducted = excluded.deducted,
          currency = excluded.currency, part_of = excluded.part_of, at = excluded.at, changed_at = excluded.changed_at
        """,
        // A list of parameters runs the one prepared statement for each.
        listed.Records.Select(record => new
        {
            listed.Run,
            listed.Entity,
            record.Key,
            listed.Side,
            record.Id,
            record.Number,
            record.Reference,
            record.State,
            Amount = Millionths.Of(record.Amount),
            Deducted = Millionths.Of(record.Deducted) ?? 0,
            record.Currency,
            record.Group,
            At = record.At?.ToUnixMs() ?? 0,
            ChangedAt = record.ChangedAt?.ToUnixMs() ?? 0,
        }).ToList(),
        ct);

    /// <summary>The next keys of either side.</summary>
    public static Task<IReadOnlyList<string>> KeysAsync(IUnit unit, string run, string entity, string after, int most, CancellationToken ct) => unit.ListAsync<string>(
        "select distinct key from console_reconciliation_record where run_id = @run and entity = @entity and key > @after order by key limit @most", new { run, entity, after, most }, ct);

    public static Task<IReadOnlyList<RecordRow>> OfKeysAsync(IUnit unit, string run, string entity, string[] keys, CancellationToken ct) => unit.ListAsync<RecordRow>(
        $"select {Columns} from console_reconciliation_record where run_id = @run and entity = @entity and {unit.Dialect.In("key", "keys")} order by key, side, id",
        new { run, entity, keys }, ct);

    /// <summary>All that one side listed of an entity.</summary>
    public static Task<IReadOnlyList<RecordRow>> OfSideAsync(IUnit unit, string run, string entity, string side, CancellationToken ct) => unit.ListAsync<RecordRow>(
        $"select {Columns} from console_reconciliation_record where run_id = @run and entity = @entity and side = @side order by key, id", new { run, entity, side }, ct);

    public static Task<int> ForgetAsync(IUnit unit, string run, string? entity, CancellationToken ct) => unit.ExecuteAsync(
        "delete from console_reconciliation_record where run_id = @run and (@entity = '' or entity = @entity)", new { run, entity = entity ?? "" }, ct);
}
