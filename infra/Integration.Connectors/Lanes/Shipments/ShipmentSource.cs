using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Contracts.Shipments;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Reads an ERP's shipments and tells each order's saga its part once it is confirmed, and when it is taken back.</summary>
internal sealed class ShipmentSource(
    Connected connected, IFulfilmentReader fulfilment, LookBook book, IOutbox outbox, Timeline timeline, ILogger log) : ILookSource<ErpShipment>
{
    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Shipment;

    public Task<ReadOutcome<ErpShipment>> ReadAsync(string id, CancellationToken ct) => fulfilment.ReadShipmentAsync(id, ct);

    public LookContent Describe(ErpShipment shipment) => new(
        JsonSerializer.Serialize(shipment with { ChangedAt = default }, ContractsJson.Options), null, default, shipment.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, ErpShipment shipment, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var ours = new List<(OrderKey Key, string Number, Shipment Part)>();
        foreach (var (erpOrder, part) in shipment.ByOrder)
        {
            if (await OrderOfErp.ByLinkAsync(unit, connected, erpOrder, ct) is var (key, number)) ours.Add((key, number, part));
            else if (!await IsForeignAsync(unit, erpOrder, ct)) return LookDecision.Later;
        }

        var told = ShipmentMemory.Read(row.Note);
        if (shipment.IsConfirmed)
        {
            foreach (var (key, number, part) in ours)
            {
                await outbox.EnqueueAsync(unit, Queues.OrderToCash(key.Pair), new ShipmentPosted(key, sequence, part), ct);
                await timeline.TellAsync(unit, LaneNames.Shipments, key, number,
                    $"Shipment {part.Number} was {(told.Contains(key) ? "changed" : "confirmed")} in the ERP ({part.TrackingNumbers.Count} tracking number(s)).", null, calls, ct);
            }
        }

        IReadOnlyList<OrderKey> now = shipment.IsConfirmed ? [.. ours.Select(order => order.Key)] : [];
        await WithdrawAsync(unit, told.Except(now), sequence, shipment.Id, shipment.IsConfirmed ? "it no longer holds goods of this order." : "opened again in the ERP.", ct);
        return new LookDecision(now.Count == 0 ? ErpOrderMemory.Foreign : ShipmentMemory.Of(now));
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        await WithdrawAsync(unit, ShipmentMemory.Read(row.Note), sequence, row.Id, "deleted in the ERP.", ct);
        return ErpOrderMemory.Foreign;
    }

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        log.LogWarning("Shipment {Id} of connection {Connection} cannot be read: {Reason}", row.Id, connected.Name, reasons.Count > 0 ? reasons[0].Message : "");
        return Task.CompletedTask;
    }

    private async Task WithdrawAsync(IUnit unit, IEnumerable<OrderKey> orders, long sequence, string shipment, string reason, CancellationToken ct)
    {
        foreach (var key in orders.ToList()) await outbox.EnqueueAsync(unit, Queues.OrderToCash(key.Pair), new ShipmentWithdrawn(key, sequence, shipment, reason), ct);
    }

    // An order without a tie is somebody else's, or ours and not stored yet: its own look tells.
    private async Task<bool> IsForeignAsync(IUnit unit, string erpOrder, CancellationToken ct)
    {
        var key = new LookKey(Scope, Entities.Order, erpOrder);
        if (await LookBook.LockAsync(unit, key, ct) is not { } look)
        {
            await book.MarkAsync(unit, key, FoundBy.Sweep, ct);
            return false;
        }

        return look.Note == ErpOrderMemory.Foreign;
    }
}
