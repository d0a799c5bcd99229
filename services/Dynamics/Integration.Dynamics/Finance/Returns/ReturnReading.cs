using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Turns a return order into canonical terms.</summary>
internal sealed class ReturnReading(ReturnStore returns, ReturnOrigins origins, SaleReading sales, DynamicsSettings settings)
{
    /// <summary>Reads the return order and what its sale sold.</summary>
    public async Task<ReadOutcome<FoundReturn>> ReadAsync(string number, CancellationToken ct)
    {
        var (stored, failure) = await returns.ReadAsync(number, ct);
        if (failure is not null) return SaleReading.Failed<FoundReturn>(failure);
        if (stored is null) return new ReadOutcome<FoundReturn>.NotFound();
        var goods = (stored.IsCancelled ? stored.AllLines : stored.Lines).Where(line => StoredReturn.IsGoodsBack(line, settings.Items)).ToList();
        if (goods.Count == 0) return new ReadOutcome<FoundReturn>.NotReady("No goods come back by it.", Ignore: true);
        var (orders, unread) = await origins.OfAsync(stored, ct);
        if (unread is not null) return SaleReading.Failed<FoundReturn>(unread);
        IReadOnlyList<ReturnedQuantity> sold = [];
        if (orders.Count > 0)
        {
            var sale = await sales.ReadAsync(orders[0], ct);
            if (sale is ReadOutcome<ErpSale>.Failed failed) return new ReadOutcome<FoundReturn>.Failed(failed.Outcome);
            if (sale is ReadOutcome<ErpSale>.Found found) sold = Sum(found.Value.Lines.Select(line => new ReturnedQuantity(line.Sku, line.Shipped)));
        }

        // These entities have no change stamps: all states of a return count in the order in which they are read.
        return new ReadOutcome<FoundReturn>.Found(new FoundReturn(Of(stored, goods, sold), orders, DateTimeOffset.UnixEpoch));
    }

    private static ErpReturn Of(StoredReturn stored, List<FinanceRecord> goods, IReadOnlyList<ReturnedQuantity> sold)
    {
        var expected = Sum(goods.Select(Quantity));
        var received = Sum(goods.Where(line => line.Text("ReturnStatus") is "Received" or "Invoiced" && !stored.IsCancelled).Select(Quantity));
        return new ErpReturn
        {
            Id = stored.Number,
            Number = stored.Number,
            Reference = stored.Header.Text("CustomersOrderReference"),
            State = stored.IsCancelled ? ErpReturnState.Cancelled
                : received.Count == 0 ? ErpReturnState.Expected
                : received.Sum(line => line.Quantity) >= expected.Sum(line => line.Quantity) ? ErpReturnState.Received
                : ErpReturnState.PartlyReceived,
            Expected = expected,
            Received = received,
            Sold = sold,
        };
    }

    private static ReturnedQuantity Quantity(FinanceRecord line) => new(line.Text("ItemNumber"), -(line.Number(StoredReturn.Quantity) ?? 0));

    private static List<ReturnedQuantity> Sum(IEnumerable<ReturnedQuantity> lines) =>
        [.. lines.Where(line => line.Quantity > 0).GroupBy(line => line.Sku, StringComparer.OrdinalIgnoreCase).Select(group => new ReturnedQuantity(group.Key, group.Sum(line => line.Quantity)))];
}
