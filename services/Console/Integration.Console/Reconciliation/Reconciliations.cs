using System.Globalization;
using System.Security.Cryptography;
using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Running;
using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation;

/// <summary>Starts and stops reconciliations. The work itself is <see cref="ReconciliationRunner"/>'s.</summary>
internal sealed class Reconciliations(IDatabase database, PairCatalog pairs, RunSignal signal, TimeProvider clock)
{
    /// <summary>Starts one that a person asked for; its id, or what is wrong with the request.</summary>
    public async Task<(string? Id, string Problem)> StartAsync(ReconciliationRequest request, string operatorName, CancellationToken ct)
    {
        if (pairs.Find(request.Pair) is not { } pair) return (null, $"There is no pair {request.Pair}, or its file cannot be used.");
        if (request.Entities?.FirstOrDefault(entity => EntityRule.Of(entity) is null) is { } unknown)
            return (null, $"'{unknown}' cannot be compared. Known are: {string.Join(", ", EntityRule.All.Select(rule => rule.Entity))}.");
        var today = DaySpan.DayOf(clock.GetUtcNow(), pair.TimeZone);
        if (request.Day > today) return (null, "That day has not come yet.");
        var row = New(pair, request.Day ?? today.AddDays(1 - pair.Reconciliation.Days), request.Day ?? today, request.Entities, request.Heal, operatorName);
        if (request.Settlement is not { } file)
        {
            await AddAsync(row, null, ct);
            return (row.Id, "");
        }

        var (lines, fault) = SettlementFile.Read(file, row.Days(pair.TimeZone), pair.TimeZone);
        if (fault.Length > 0) return (null, fault);
        row = row with { Entities = string.Join(',', row.EntityNames.Union([Entities.Payment, Entities.Refund, SettlementKeys.Entity])) };
        await AddAsync(row, lines, ct);
        return (row.Id, "");
    }

    /// <summary>Starts the one of a night, once, however many consoles there are.</summary>
    public Task<bool> NightAsync(PairDefinition pair, DateOnly night, CancellationToken ct) =>
        AddAsync(New(pair, night.AddDays(-pair.Reconciliation.Days), night.AddDays(-1), null, null, "the schedule") with { Slot = $"{pair.Name}|{Iso(night)}" }, null, ct);

    /// <summary>Stops one; false when there is none of that id.</summary>
    public Task<bool> CancelAsync(string id, string operatorName, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await ReconciliationStore.LockAsync(unit, id, token) is not { } row) return false;
            if (!RunStates.IsOver(row.State)) await RunEnd.StopAsync(unit, row, RunStates.Cancelled, $"Stopped by {operatorName}.", clock.UnixMs(), token);
            return true;
        },
        ct);

    private Task<bool> AddAsync(RunRow row, IReadOnlyList<ListedRecord>? settlement, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            unit.AfterCommit(signal.Moved);
            if (!await ReconciliationStore.AddAsync(unit, row, token)) return false;
            if (settlement is null) return true;
            var file = new RecordsListed { Run = row.Id, Side = SettlementKeys.Side, Entity = SettlementKeys.Entity, Pass = 1, Part = 1, Records = settlement };
            await RecordTable.AddAsync(unit, file, token);
            var list = new ListRow { Entity = file.Entity, Side = file.Side, Pass = 1, Part = 1, State = ListStates.Done, Count = settlement.Count };
            await ReconciliationStore.PutListAsync(unit, row.Id, list, token);
            return true;
        },
        ct);

    private RunRow New(PairDefinition pair, DateOnly first, DateOnly last, IReadOnlyList<string>? entities, bool? heal, string operatorName)
    {
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), clock.UnixMs());
        var wanted = entities ?? pair.Reconciliation.Entities;
        return new RunRow
        {
            Id = id,
            Slot = id,
            Pair = pair.Name,
            FirstDay = Iso(first),
            LastDay = Iso(last),
            Entities = string.Join(',', EntityRule.All.Select(rule => rule.Entity).Where(entity => wanted?.Contains(entity) ?? true)),
            Heal = (heal ?? pair.Reconciliation.Heal) && pair.Mode == PairMode.Live ? 1 : 0,
            Operator = operatorName,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            State = RunStates.Starting,
            StartedAt = now,
            PassAt = now,
            NextAt = now,
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
