using System.Text.Json;
using Integration.Connectors.Connections;
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

/// <summary>Reads an ERP's returns and tells the storefront's side of those that are ours.</summary>
internal sealed class ErpReturnSource(Connected connected, IErpReturns returns, IOutbox outbox, ILogger log) : ILookSource<FoundReturn>
{
    private const string Foreign = "foreign";

    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Return;

    public Task<ReadOutcome<FoundReturn>> ReadAsync(string id, CancellationToken ct) => returns.ReadReturnAsync(id, ct);

    public LookContent Describe(FoundReturn found) => new(
        JsonSerializer.Serialize(found with { ChangedAt = default }, ContractsJson.Options), null, default, found.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, FoundReturn found, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (await OrderOfReturn.FindAsync(unit, connected, found.Orders, [found.Return.Reference], ct) is not var (key, number)) return new LookDecision(Foreign);
        if (connected.Pair(key.Pair) is not { Lanes.Returns.ToStore: true }) return new LookDecision(Foreign);
        await outbox.EnqueueAsync(unit, Queues.Write(key.Pair, LaneNames.Returns + LaneNames.ToStore), new ReturnChangedInErp(key, number, sequence, found.Return), ct);
        return new LookDecision(JsonSerializer.Serialize(new Told(key.Pair, key.OrderId, number, found.Return), ContractsJson.Options));
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (row.Note is Foreign or "") return row.Note;
        var told = JsonSerializer.Deserialize<Told>(row.Note, ContractsJson.Options)!;
        var gone = told.Return with { State = ErpReturnState.Cancelled, Received = [] };
        await outbox.EnqueueAsync(unit, Queues.Write(told.Pair, LaneNames.Returns + LaneNames.ToStore),
            new ReturnChangedInErp(new Contracts.Orders.OrderKey(told.Pair, told.OrderId), told.Number, sequence, gone), ct);
        return row.Note;
    }

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        log.LogWarning("Return {Id} of connection {Connection} cannot be read: {Reason}", row.Id, connected.Name, reasons.Count > 0 ? reasons[0].Message : "");
        return Task.CompletedTask;
    }

    private sealed record Told(string Pair, string OrderId, string Number, ErpReturn Return);
}
