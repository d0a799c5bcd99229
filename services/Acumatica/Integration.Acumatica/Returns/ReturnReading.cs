using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Operations;
using Integration.Contracts.Returns;

namespace Integration.Acumatica.Returns;

/// <summary>Turns a return order into canonical terms.</summary>
internal sealed class ReturnReading(EntityClient client, ReturnOrigins origins, SaleReading sales)
{
    private const string Charge = "Misc. Charge";

    /// <summary>Reads the return order and what its sale sold.</summary>
    public async Task<ReadOutcome<FoundReturn>> ReadAsync(Session session, string returnId, CancellationToken ct)
    {
        if (OrderId.Parse(returnId) is not { } id) return new ReadOutcome<FoundReturn>.Unreadable([new Reason("", $"{returnId} is not an order of the form RC/000123.")]);
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = "Details" }, ct);
        if (read.Missing) return new ReadOutcome<FoundReturn>.NotFound();
        if (read.Failure is { } failure) return SaleReading.Failed<FoundReturn>(failure);
        var goods = read.Record.Rows("Details").Where(IsGoodsBack).ToList();
        if (goods.Count == 0) return new ReadOutcome<FoundReturn>.NotReady("No goods come back by it.", Ignore: true);
        if (read.Record.Moment("LastModified") is not { } changed)
            return new ReadOutcome<FoundReturn>.Unreadable([new Reason("LastModified", "The return came without change stamp: check the user's rights to the form.")]);
        var (orders, unread) = await origins.OfAsync(session, read.Record, ct);
        if (unread is not null) return SaleReading.Failed<FoundReturn>(unread);
        IReadOnlyList<ReturnedQuantity> sold = [];
        if (orders.Count > 0)
        {
            var sale = await sales.ReadAsync(session, orders[0], ct);
            if (sale is ReadOutcome<ErpSale>.Failed failed) return new ReadOutcome<FoundReturn>.Failed(failed.Outcome);
            if (sale is ReadOutcome<ErpSale>.Found found) sold = Sum(found.Value.Lines.Where(line => goods.Count > 0 && line.Shipped > 0).Select(line => new ReturnedQuantity(line.Sku, line.Shipped)));
        }

        return new ReadOutcome<FoundReturn>.Found(new FoundReturn(Of(id, read.Record, goods, sold), orders, changed));
    }

    private static ErpReturn Of(OrderId id, EntityRecord order, List<EntityRecord> goods, IReadOnlyList<ReturnedQuantity> sold)
    {
        var expected = Sum(goods.Select(line => new ReturnedQuantity(line.Text("InventoryID"), line.Number("OrderQty") ?? 0)));
        var received = Sum(goods.Select(line => new ReturnedQuantity(line.Text("InventoryID"), (line.Number("OrderQty") ?? 0) - (line.Number("OpenQty") ?? 0))));
        var isCancelled = OrderStatus.Of(order) == ErpOrderStatus.Cancelled;
        return new ErpReturn
        {
            Id = id.ToString(),
            Number = id.Number,
            Reference = order.Text("ExternalRef"),
            State = isCancelled ? ErpReturnState.Cancelled
                : received.Count == 0 ? ErpReturnState.Expected
                : received.Sum(line => line.Quantity) >= expected.Sum(line => line.Quantity) ? ErpReturnState.Received
                : ErpReturnState.PartlyReceived,
            Expected = expected,
            // Cancelling an order empties its open quantities.
            Received = isCancelled ? [] : received,
            Sold = sold,
        };
    }

    private static bool IsGoodsBack(EntityRecord line) => line.Text("Operation") is "Receipt" or "" && line.Text("LineType") != Charge && line.Number("OrderQty") is > 0;

    private static List<ReturnedQuantity> Sum(IEnumerable<ReturnedQuantity> lines) =>
        [.. lines.Where(line => line.Quantity > 0).GroupBy(line => line.Sku, StringComparer.OrdinalIgnoreCase).Select(group => new ReturnedQuantity(group.Key, group.Sum(line => line.Quantity)))];
}
