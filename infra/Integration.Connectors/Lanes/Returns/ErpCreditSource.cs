using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Reads an ERP's credit memos and refunds and tells the storefront's side of those that are ours.</summary>
internal sealed class ErpCreditSource(Connected connected, IErpReturns returns, UnappliedRefunds refunds, IOutbox outbox, ILogger log) : ILookSource<FoundCredit>
{
    private const string Foreign = "foreign";

    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Credit;

    public Task<ReadOutcome<FoundCredit>> ReadAsync(string id, CancellationToken ct) => returns.ReadCreditAsync(id, ct);

    public LookContent Describe(FoundCredit found) => new(
        JsonSerializer.Serialize(found with { ChangedAt = default }, ContractsJson.Options), null, default, found.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, FoundCredit found, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (await OrderOfReturn.FindAsync(unit, connected, found.Orders, found.References, ct) is not var (key, number)) return new LookDecision(Foreign);
        if (found.Credit is { Kind: ErpCreditKind.CreditMemo, Stands: true }) await refunds.TryAgainAsync(unit, key.Pair, number, ct);
        if (connected.Pair(key.Pair) is not { Lanes.Returns.ToStore: true }) return new LookDecision(Foreign);
        await outbox.EnqueueAsync(unit, Queues.Write(key.Pair, LaneNames.Returns + LaneNames.ToStore), new CreditChangedInErp(key, number, sequence, found.Credit), ct);
        return new LookDecision("told");
    }

    // Released documents are never deleted, only voided.
    public Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct) => Task.FromResult(row.Note);

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        log.LogWarning("Credit {Id} of connection {Connection} cannot be read: {Reason}", row.Id, connected.Name, reasons.Count > 0 ? reasons[0].Message : "");
        return Task.CompletedTask;
    }
}
