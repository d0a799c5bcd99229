using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.TwoWay;

/// <summary>The table of records that both sides keep; values are stored sealed.</summary>
internal sealed class TwoWayStore(ISealer sealer, TimeProvider time)
{
    /// <summary>Purpose of sealed values.</summary>
    public const string Purpose = "two-way";

    private const string Columns = "pair AS Pair, entity AS Entity, id AS Id, erp_id AS ErpId, sequence AS Sequence, writes AS Writes, conflicts AS Conflicts, content AS Content";

    /// <summary>The record by the storefront's id, locked until the transaction ends; null when it is new.</summary>
    public async Task<TwoWayRecord?> FindAsync(IUnit unit, string pair, string entity, string id, CancellationToken ct) => Opened(await unit.FirstOrDefaultAsync<TwoWayRow>(
        $"SELECT {Columns} FROM two_way WHERE pair = @pair AND entity = @entity AND id = @id{unit.Dialect.ForUpdate}", new { pair, entity, id }, ct));

    /// <summary>The record by the ERP's id, or null. Not locked: lock it by <see cref="FindAsync"/> before changing it.</summary>
    public async Task<TwoWayRecord?> OfErpAsync(IUnit unit, string pair, string entity, string erpId, CancellationToken ct) => Opened(await unit.FirstOrDefaultAsync<TwoWayRow>(
        $"SELECT {Columns} FROM two_way WHERE pair = @pair AND entity = @entity AND erp_id = @erpId ORDER BY id", new { pair, entity, erpId }, ct));

    /// <summary>Stores it.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="record">The record.</param>
    /// <param name="emailHash">Keyed hash of the person's e-mail, for export and erasure; null for records about things.</param>
    /// <param name="ct">Cancels.</param>
    public Task SaveAsync(IUnit unit, TwoWayRecord record, string? emailHash, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO two_way (pair, entity, id, erp_id, sequence, writes, conflicts, content, email_hash, updated_at)
        VALUES (@Pair, @Entity, @Id, @ErpId, @Sequence, @Writes, @conflicts, @content, @emailHash, @now)
        ON CONFLICT (pair, entity, id) DO UPDATE SET erp_id = excluded.erp_id, sequence = excluded.sequence, writes = excluded.writes, conflicts = excluded.conflicts,
          content = excluded.content, email_hash = COALESCE(excluded.email_hash, two_way.email_hash), updated_at = excluded.updated_at
        """,
        new
        {
            record.Pair, record.Entity, record.Id, record.ErpId, record.Sequence, record.Writes, emailHash, now = time.UnixMs(), conflicts = string.Join(',', record.Conflicts),
            content = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(new TwoWayValues(record.Fields, record.Storefront), ContractsJson.Options), Purpose),
        },
        ct);

    /// <summary>Counts what a lane did with its records, for the operations API.</summary>
    public static Task CountAsync(IUnit unit, string pair, string entity, string what, int records, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO two_way_count (pair, entity, what, records) VALUES (@pair, @entity, @what, @records)
        ON CONFLICT (pair, entity, what) DO UPDATE SET records = two_way_count.records + excluded.records
        """,
        new { pair, entity, what, records }, ct);

    /// <summary>These counts; what never happened is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountsAsync(IUnit unit, string pair, string entity, CancellationToken ct) => (await unit.ListAsync<TwoWayCount>(
        "SELECT what AS What, records AS Records FROM two_way_count WHERE pair = @pair AND entity = @entity", new { pair, entity }, ct))
        .ToDictionary(count => count.What, count => count.Records, StringComparer.Ordinal);

    private TwoWayRecord? Opened(TwoWayRow? row)
    {
        if (row is null) return null;
        var values = row.Content is null ? null : JsonSerializer.Deserialize<TwoWayValues>(sealer.Open(row.Content, Purpose), ContractsJson.Options);
        return new TwoWayRecord
        {
            Pair = row.Pair, Entity = row.Entity, Id = row.Id, ErpId = row.ErpId, Sequence = row.Sequence, Writes = (int)row.Writes,
            Conflicts = row.Conflicts.Split(',', StringSplitOptions.RemoveEmptyEntries),
            // Erased: nothing is agreed any more.
            Fields = values?.Fields ?? new Dictionary<string, TwoWayField>(), Storefront = values?.Storefront ?? new Dictionary<string, string>(),
        };
    }
}
