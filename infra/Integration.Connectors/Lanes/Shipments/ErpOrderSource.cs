using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Reads the progress of an ERP's sales orders and tells the sagas of those that are ours.</summary>
internal sealed class ErpOrderSource(Connected connected, IFulfilmentReader fulfilment, CountedOrders counted, IOutbox outbox, Timeline timeline, ILogger log) : ILookSource<ErpOrderProgress>
{
    /// <summary>Memory of an order that is not ours.</summary>
    public const string Foreign = "foreign";

    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Order;

    public Task<ReadOutcome<ErpOrderProgress>> ReadAsync(string id, CancellationToken ct) => fulfilment.ReadOrderAsync(id, ct);

    public LookContent Describe(ErpOrderProgress order) => new(
        JsonSerializer.Serialize(order with { ChangedAt = default }, ContractsJson.Options), null, default, order.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(
        IUnit unit, LookRow row, long sequence, ErpOrderProgress order, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var found = await OrderOfErp.ByLinkAsync(unit, connected, order.Id, ct) ?? await OrderOfErp.ByReferenceAsync(unit, connected, order.Reference, ct);
        if (found is not var (key, number)) return OrderOfErp.IsOurs(connected, order.Reference) ? LookDecision.Later : new LookDecision(Foreign);
        var queue = Queues.OrderToCash(key.Pair);
        var (status, told) = Remembered(row.Note);
        if (status != order.ErpStatus)
        {
            await counted.MovedAsync(unit, connected, key, order.Status, ct);
            await outbox.EnqueueAsync(unit, queue, new OrderChangedInErp(key, sequence, order.Status, order.ErpStatus), ct);
            await timeline.TellAsync(unit, LaneNames.Shipments, key, number, $"The ERP's order {order.Number} is {order.ErpStatus}.", null, calls, ct, order.Number);
        }

        foreach (var invoice in order.Invoices.Except(told, StringComparer.Ordinal))
        {
            await outbox.EnqueueAsync(unit, queue, new InvoicePosted(key, invoice), ct);
            await timeline.TellAsync(unit, LaneNames.Shipments, key, number, $"Invoice {invoice} was released in the ERP.", null, [], ct);
        }

        return new LookDecision(string.Join('|', told.Union(order.Invoices, StringComparer.Ordinal).Prepend(order.ErpStatus)));
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (await OrderOfErp.ByLinkAsync(unit, connected, row.Id, ct) is not var (key, number)) return Foreign;
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(key.Pair), new OrderChangedInErp(key, sequence, ErpOrderStatus.Cancelled, "deleted"), ct);
        await timeline.TellAsync(unit, LaneNames.Shipments, key, number, "The ERP's order was deleted.", null, calls, ct);
        return row.Note;
    }

    public async Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (await OrderOfErp.ByLinkAsync(unit, connected, row.Id, ct) is not var (key, number))
        {
            log.LogWarning("Sales order {Id} of connection {Connection} cannot be read: {Reason}", row.Id, connected.Name, reasons.Count > 0 ? reasons[0].Message : "");
            return;
        }

        await timeline.RaiseAsync(unit, LaneNames.Shipments, key, number, AttentionClasses.Unreadable, reasons, "Mend the cause, then retry.",
            Timeline.Retry(Queues.ShipmentsRead(key.Pair), new Contracts.Storefront.RereadRecord(key.Pair, Entities.Order, row.Id, "console")), ct);
    }

    private static (string Status, IReadOnlyList<string> Invoices) Remembered(string note)
    {
        var parts = note.Split('|');
        return note.Length == 0 || note == Foreign ? ("", []) : (parts[0], parts[1..]);
    }
}
