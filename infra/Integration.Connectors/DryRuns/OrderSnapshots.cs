using System.Text.Json;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Looks;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.DryRuns;

/// <summary>The orders that the gateway read last, opened from their sealed snapshots. Reads only.</summary>
public sealed class OrderSnapshots(IDatabase database, ISealer sealer)
{
    /// <summary>Most that are ever opened at once.</summary>
    public const int Most = 5000;

    /// <summary>The shop's id of an order that was read before, by its number; null when none was.</summary>
    public async Task<string?> IdOfAsync(string pair, string number, CancellationToken ct)
    {
        // The wildcards of LIKE only widen the search; the number itself is compared below.
        var rows = await database.ReadAsync((unit, token) => unit.ListAsync<Row>(
            "SELECT id AS Id, note AS Note FROM look WHERE scope = @pair AND entity = @entity AND note LIKE @ending", new { pair, entity = Entities.Order, ending = $"%|{number}" }, token), ct);
        return rows.FirstOrDefault(row => OrderMemory.Parse(row.Note).Number == number)?.Id;
    }

    /// <summary>The last snapshot of an order, or null when none is kept.</summary>
    public async Task<ReadOrder?> FindAsync(string pair, string id, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<Row>(
            "SELECT id AS Id, snapshot AS Snapshot, read_at AS ReadAt FROM look WHERE scope = @pair AND entity = @entity AND id = @id AND snapshot IS NOT NULL",
            new { pair, entity = Entities.Order, id }, token), ct) is { } row ? Open(row) : null;

    /// <summary>The newest snapshots.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="last">Most of them.</param>
    /// <param name="since">Only those read since, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ReadOrder>> NewestAsync(string pair, int last, DateTimeOffset? since, CancellationToken ct) =>
        [.. (await database.ReadAsync((unit, token) => unit.ListAsync<Row>(
            """
            SELECT id AS Id, snapshot AS Snapshot, read_at AS ReadAt FROM look
            WHERE scope = @pair AND entity = @entity AND snapshot IS NOT NULL AND read_at >= @since ORDER BY read_at DESC, id LIMIT @most
            """,
            new { pair, entity = Entities.Order, since = since?.ToUnixMs() ?? 0, most = Math.Clamp(last, 1, Most) }, token), ct)).Select(Open)];

    private ReadOrder Open(Row row) => new(
        JsonSerializer.Deserialize<Order>(sealer.Open(row.Snapshot, LookReader<Order>.Purpose), ContractsJson.Options)!,
        $"the snapshot of {UnixTime.FromUnixMs(row.ReadAt ?? 0):u}");

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Note { get; init; } = "";

        public byte[] Snapshot { get; init; } = [];

        public long? ReadAt { get; init; }
    }
}
