using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>
/// Tells the gateways from when on the ERP's figures have an order deducted, and has its SKUs read again: a reading from before that moment would
/// go on deducting it a second time.
/// </summary>
internal sealed class CountedOrders(StockPairs pairs, LookBook book, IOutbox outbox)
{
    /// <summary>
    /// The ERP holds the order, with these lines and, where the write's answer showed it, in this status: when it was submitted, found there, or changed
    /// there on the shop's behalf.
    /// </summary>
    public async Task HeldAsync(IUnit unit, Connected connected, OrderKey key, IEnumerable<OrderLine> lines, ErpOrderStatus? shown, CancellationToken ct)
    {
        if (connected.Connector is not IErp { Stock: { } stock } || pairs.OfErp(connected.Name).Count == 0) return;
        var row = await FindAsync(unit, connected, key, ct) ?? new CountedOrder();
        row = row with { Lines = StockLines.Write(StockLines.Of(lines)), Status = shown?.ToString() ?? row.Status };
        var counts = Enum.TryParse<ErpOrderStatus>(row.Status, out var status) ? Counts(stock.CountsOrdersFrom, status) : stock.CountsOrdersFrom == CountsOrdersFrom.Created;
        await StoreAsync(unit, connected, key, row, counts, ct);
        if (counts) await TellAsync(unit, connected, key, true, StockLines.Read(row.Lines), ct);
    }

    /// <summary>The ERP's order moved.</summary>
    public async Task MovedAsync(IUnit unit, Connected connected, OrderKey key, ErpOrderStatus status, CancellationToken ct)
    {
        if (connected.Connector is not IErp { Stock: { } stock } || pairs.OfErp(connected.Name).Count == 0) return;
        var row = await FindAsync(unit, connected, key, ct) ?? new CountedOrder();
        // One that the ERP cancelled or holds again is deducted here until the shop gives it back.
        var counts = Counts(stock.CountsOrdersFrom, status);
        await StoreAsync(unit, connected, key, row with { Status = status.ToString() }, counts, ct);
        if (counts != (row.Counts != 0) && row.Lines.Length > 0) await TellAsync(unit, connected, key, counts, StockLines.Read(row.Lines), ct);
    }

    /// <summary>The shop says that the goods have left: whoever sent them is taken to have booked them.</summary>
    public async Task LeftAsync(IUnit unit, Connected connected, OrderLeft left, CancellationToken ct)
    {
        if (await FindAsync(unit, connected, left.Key, ct) is { Counts: not 0 }) return;
        await StoreAsync(unit, connected, left.Key, new CountedOrder { Lines = StockLines.Write(left.Lines) }, counts: true, ct);
        await TellAsync(unit, connected, left.Key, true, left.Lines, ct);
    }

    private async Task TellAsync(IUnit unit, Connected connected, OrderKey key, bool counts, IReadOnlyList<StockLine> lines, CancellationToken ct)
    {
        var ticket = await StockTickets.NextAsync(unit, connected.Name, ct);
        foreach (var pair in pairs.OfErp(connected.Name))
        {
            await outbox.EnqueueAsync(unit, Queues.Write(pair, LaneNames.Stock), new OrderCounted(pair, key, counts, ticket, lines), ct);
        }

        foreach (var line in lines.OrderBy(line => line.Sku, StringComparer.Ordinal))
        {
            await book.MarkAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), Entities.Stock, line.Sku), FoundBy.Hint, ct);
        }
    }

    // In doubt an order is deducted twice: parts that are reserved or shipped count for nothing.
    private static bool Counts(CountsOrdersFrom from, ErpOrderStatus status) => from switch
    {
        CountsOrdersFrom.OffHold => status is ErpOrderStatus.Open or ErpOrderStatus.Shipping or ErpOrderStatus.Completed or ErpOrderStatus.Invoiced,
        CountsOrdersFrom.Reserved or CountsOrdersFrom.Shipped => status is ErpOrderStatus.Completed or ErpOrderStatus.Invoiced,
        _ => status is not ErpOrderStatus.Cancelled,
    };

    private static Task<CountedOrder?> FindAsync(IUnit unit, Connected connected, OrderKey key, CancellationToken ct) => unit.FirstOrDefaultAsync<CountedOrder>(
        $"SELECT lines AS Lines, status AS Status, counts AS Counts FROM stock_erp_order WHERE connection = @Name AND pair = @Pair AND order_id = @OrderId{unit.Dialect.ForUpdate}",
        new { connected.Name, key.Pair, key.OrderId }, ct);

    private static Task<int> StoreAsync(IUnit unit, Connected connected, OrderKey key, CountedOrder row, bool counts, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO stock_erp_order (connection, pair, order_id, lines, status, counts) VALUES (@Name, @Pair, @OrderId, @Lines, @Status, @counts)
        ON CONFLICT (connection, pair, order_id) DO UPDATE SET lines = excluded.lines, status = excluded.status, counts = excluded.counts
        """,
        new { connected.Name, key.Pair, key.OrderId, row.Lines, row.Status, counts = counts ? 1 : 0 }, ct);
}
