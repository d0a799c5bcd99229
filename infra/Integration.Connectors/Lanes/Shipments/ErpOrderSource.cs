using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Lanes.Stock.Reading;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Reads the progress of an ERP's sales orders and tells the sagas of those that are ours.</summary>
internal sealed class ErpOrderSource(
    Connected connected, IFulfilmentReader fulfilment, LookBook book, LinkStore links, CountedOrders counted, IOutbox outbox, Timeline timeline, ILogger log) : ILookSource<ErpOrderProgress>
{
    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Order;

    public Task<ReadOutcome<ErpOrderProgress>> ReadAsync(string id, CancellationToken ct) => fulfilment.ReadOrderAsync(id, ct);

    public LookContent Describe(ErpOrderProgress order) => ErpOrderMemory.ContentOf(order);

    public async Task<LookDecision> ChangedAsync(
        IUnit unit, LookRow row, long sequence, ErpOrderProgress order, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var found = await OrderOfErp.ByLinkAsync(unit, connected, order.Id, ct) ?? await OrderOfErp.ByReferenceAsync(unit, connected, order.Reference, ct);
        if (found is not var (key, number)) return OrderOfErp.IsOurs(connected, order.Reference) ? LookDecision.Later : new LookDecision(ErpOrderMemory.Foreign);
        var queue = Queues.OrderToCash(key.Pair);
        var told = ErpOrderMemory.Parse(row.Note);
        var (changes, total) = await EditsAsync(unit, order, ct);
        if (told.Status != order.ErpStatus || changes.Count > 0 || total is not null)
        {
            await counted.MovedAsync(unit, connected, key, order.Status, ct);
            await outbox.EnqueueAsync(unit, queue, new OrderChangedInErp(key, sequence, order.Status, order.ErpStatus) { Changes = changes, Total = total }, ct);
            await timeline.TellAsync(unit, LaneNames.Shipments, key, number,
                $"The ERP's order {order.Number} is {order.ErpStatus}{(changes.Count > 0 ? $", with {changes.Count} change(s) of its lines" : "")}.", null, calls, ct, order.Number);
        }

        foreach (var invoice in order.Invoices.Except(told.Invoices, StringComparer.Ordinal))
        {
            await outbox.EnqueueAsync(unit, queue, new InvoicePosted(key, invoice), ct);
            await timeline.TellAsync(unit, LaneNames.Shipments, key, number, $"Invoice {invoice} was released in the ERP.", null, [], ct);
        }

        await LookAtShipmentsAsync(unit, row.FoundBy, order, told.Shipments, ct);
        return new LookDecision(told.After(order).ToString());
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (await OrderOfErp.ByLinkAsync(unit, connected, row.Id, ct) is not var (key, number)) return ErpOrderMemory.Foreign;
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

    /// <summary>What people in the ERP changed since the last agreed state, which this reading becomes.</summary>
    private async Task<(IReadOnlyList<OrderLineChange> Changes, OrderTotalChange? Total)> EditsAsync(IUnit unit, ErpOrderProgress order, CancellationToken ct)
    {
        if (order.Content is not { } now || await LinkStore.OfErpAsync(unit, connected.Name, Entities.Order, order.Id, ct) is not { } link
            || OrderBase.Parse(link.Base) is not { } known) return ([], null);
        // A write of ours that is under way is no edit; when it ends, the order is read again. Nor is what was read before our last write.
        if (await EffectStore.FindAsync(unit, OrderEffects.Amend(connected, link.Reference), ct) is { InDoubt: true } || now.ChangedAt < known.Erp?.ChangedAt) return ([], null);
        await links.StoreAsync(unit, link with { Base = (known with { Erp = now }).ToString() }, ct);
        return known.Erp is { } agreed ? (ErpOrderEdits.Between(agreed, now), ErpOrderEdits.Total(agreed, now)) : ([], null);
    }

    /// <summary>
    /// A confirmed shipment that the order does not list any more was opened again or deleted: it is read again. One that nobody has heard of is read: a hint may name the order alone. What told of the order told of them.
    /// </summary>
    private async Task LookAtShipmentsAsync(IUnit unit, string foundBy, ErpOrderProgress order, IReadOnlyList<string> listed, CancellationToken ct)
    {
        if (order.Shipments is not { } confirmed) return;
        var added = confirmed.Except(listed, StringComparer.Ordinal).ToList();
        var heard = added.Count == 0 ? new Dictionary<string, LookRow>() : await LookBook.KnownAsync(unit, Scope, Entities.Shipment, added, ct);
        var marked = added.Where(id => !heard.ContainsKey(id)).Concat(listed.Except(confirmed, StringComparer.Ordinal));
        await book.MarkManyAsync(unit, Scope, Entities.Shipment, [.. marked.Order(StringComparer.Ordinal)], foundBy, ct);
    }
}
