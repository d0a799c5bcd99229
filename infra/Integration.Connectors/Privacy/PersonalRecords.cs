using System.Text;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Orders;
using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.Privacy;

/// <summary>Exports and erases what is stored about a person, found by the keyed hash of the e-mail; drops what is past its time.</summary>
public sealed class PersonalRecords
{
    private const string SnapshotPurpose = Looks.LookReader<Order>.Purpose;

    private const string Observed = "observed order";

    private const string BothSides = "customer compared";

    private readonly IDatabase _database;
    private readonly ISealer _sealer;
    private readonly EmailHash _emails;
    private readonly TimeProvider _time;

    internal PersonalRecords(IDatabase database, ISealer sealer, EmailHash emails, TimeProvider time) =>
        (_database, _sealer, _emails, _time) = (database, sealer, emails, time);

    /// <summary>Everything stored about the person in this service.</summary>
    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string email, CancellationToken ct)
    {
        var rows = await _database.TransactAsync(
            async (unit, token) =>
            {
                var hash = await _emails.OfAsync(unit, email, token);
                var snapshots = await unit.ListAsync<Row>(
                    "SELECT scope AS Scope, entity AS Entity, id AS Id, snapshot AS Content FROM look WHERE email_hash = @hash AND snapshot IS NOT NULL", new { hash }, token);
                var observed = await unit.ListAsync<Row>(
                    $"SELECT pair AS Scope, '{Observed}' AS Entity, order_id AS Id, submission AS Content FROM observation WHERE email_hash = @hash", new { hash }, token);
                var bothSides = await unit.ListAsync<Row>(
                    $"SELECT pair AS Scope, '{BothSides}' AS Entity, id AS Id, content AS Content FROM two_way WHERE email_hash = @hash AND content IS NOT NULL", new { hash }, token);
                return snapshots.Concat(observed).Concat(bothSides).ToList();
            },
            ct);
        return [.. rows.Select(row => new PersonalRecord(row.Scope, row.Entity, row.Id, Encoding.UTF8.GetString(
            _sealer.Open(row.Content, PurposeOf(row)))))];
    }

    /// <summary>Erases the person's snapshots, observed orders and what was agreed of the account; keys, numbers and amounts of links stay.</summary>
    /// <returns>How many records were erased.</returns>
    public Task<int> EraseAsync(string email, CancellationToken ct) => _database.TransactAsync(
        async (unit, token) =>
        {
            var hash = await _emails.OfAsync(unit, email, token);
            return await unit.ExecuteAsync(
                    "UPDATE look SET snapshot = NULL, snapshot_expires = NULL, email_hash = NULL WHERE email_hash = @hash", new { hash }, token)
                + await unit.ExecuteAsync("DELETE FROM observation WHERE email_hash = @hash", new { hash }, token)
                + await unit.ExecuteAsync("UPDATE two_way SET content = NULL, conflicts = '', email_hash = NULL WHERE email_hash = @hash", new { hash }, token);
        },
        ct);

    /// <summary>Drops snapshots that are past their time.</summary>
    /// <returns>How many.</returns>
    public Task<int> ExpireAsync(CancellationToken ct) => _database.TransactAsync(
        (unit, token) => unit.ExecuteAsync(
            "UPDATE look SET snapshot = NULL, snapshot_expires = NULL, email_hash = NULL WHERE snapshot_expires <= @now", new { now = _time.UnixMs() }, token),
        ct);

    private static string PurposeOf(Row row) => row.Entity switch { Observed => ObservedOrders.Purpose, BothSides => TwoWayStore.Purpose, _ => SnapshotPurpose };

    private sealed record Row
    {
        public string Scope { get; init; } = "";

        public string Entity { get; init; } = "";

        public string Id { get; init; } = "";

        public byte[] Content { get; init; } = [];
    }
}
