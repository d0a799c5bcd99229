using Integration.Contracts.Reconciliation;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>The table of what the two sides listed.</summary>
internal static class RecordTable
{
    private const int Together = 50;

    private const string Columns =
        "key as \"Key\", side as \"Side\", id as \"Id\", number as \"Number\", state as \"State\", amount as \"Amount\", deducted as \"Deducted\", currency as \"Currency\", part_of as \"PartOf\", "
        + "at as \"At\", changed_at as \"ChangedAt\"";

    /// <summary>Keeps records; one listed twice counts as it was listed last.</summary>
    public static async Task AddAsync(IUnit unit, RecordsListed listed, CancellationToken ct)
    {
        foreach (var records in listed.Records.GroupBy(record => (record.Key, record.Id)).Select(same => same.Last()).Chunk(Together))
        {
            var values = new Dictionary<string, object?> { ["run"] = listed.Run, ["entity"] = listed.Entity, ["side"] = listed.Side };
            var rows = records.Select((record, at) =>
            {
                values[$"k{at}"] = record.Key;
                values[$"i{at}"] = record.Id;
                values[$"n{at}"] = record.Number;
                values[$"s{at}"] = record.State;
                values[$"a{at}"] = Millionths.Of(record.Amount);
                values[$"d{at}"] = Millionths.Of(record.Deducted);
                values[$"c{at}"] = record.Currency;
                values[$"g{at}"] = record.Group;
                values[$"t{at}"] = record.At?.ToUnixMs() ?? 0;
                values[$"u{at}"] = record.ChangedAt?.ToUnixMs() ?? 0;
                return $"(@run, @entity, @k{at}, @side, @i{at}, @n{at}, @s{at}, cast(@a{at} as bigint), @d{at}, @c{at}, @g{at}, @t{at}, @u{at})";
            }).ToList();
            await unit.ExecuteAsync(
                $"""
                insert into console_reconciliation_record (run_id, entity, key, side, id, number, state, amount, deducted, currency, part_of, at, changed_at)
                values {string.Join(", ", rows)}
                on conflict (run_id, entity, key, side, id) do update set number = excluded.number, state = excluded.state, amount = excluded.amount, deducted = excluded.deducted,
                  currency = excluded.currency, part_of = excluded.part_of, at = excluded.at, changed_at = excluded.changed_at
                """,
                values, ct);
        }
    }

    /// <summary>The next keys of either side.</summary>
    public static Task<IReadOnlyList<string>> KeysAsync(IUnit unit, string run, string entity, string after, int most, CancellationToken ct) => unit.ListAsync<string>(
        "select distinct key from console_reconciliation_record where run_id = @run and entity = @entity and key > @after order by key limit @most", new { run, entity, after, most }, ct);

    public static Task<IReadOnlyList<RecordRow>> OfKeysAsync(IUnit unit, string run, string entity, string[] keys, CancellationToken ct) => unit.ListAsync<RecordRow>(
        $"select {Columns} from console_reconciliation_record where run_id = @run and entity = @entity and {unit.Dialect.In("key", "keys")} order by key, side, id",
        new { run, entity, keys }, ct);

    public static Task<int> ForgetAsync(IUnit unit, string run, string? entity, CancellationToken ct) => unit.ExecuteAsync(
        "delete from console_reconciliation_record where run_id = @run and (@entity = '' or entity = @entity)", new { run, entity = entity ?? "" }, ct);
}
