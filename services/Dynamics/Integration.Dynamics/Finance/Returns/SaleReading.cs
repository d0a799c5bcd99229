using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Reads what an order sold: its lines, its packing slips, and the invoices that billed it.</summary>
internal sealed class SaleReading(OrderStore orders, PackingSlips slips, BilledGoods billed, DynamicsSettings settings)
{
    /// <summary>Reads the order, and its slips and invoices where it has some.</summary>
    public async Task<ReadOutcome<ErpSale>> ReadAsync(string number, CancellationToken ct)
    {
        var (order, failure) = await orders.ReadAsync(number, [], ct);
        if (failure is not null) return Failed<ErpSale>(failure);
        if (order is null) return new ReadOutcome<ErpSale>.NotFound();
        IReadOnlyList<PackingSlip> posted = [];
        if (OrderStatus.HasDeliveries(order))
        {
            (posted, failure) = await slips.OfOrderAsync(order.Number, ct);
            if (failure is not null) return Failed<ErpSale>(failure);
        }

        IReadOnlyList<(string Item, InvoicedGoods Goods)> invoiced = [];
        if (OrderStatus.HasInvoices(order))
        {
            (invoiced, failure) = await billed.OfOrderAsync(order.Number, ct);
            if (failure is not null) return Failed<ErpSale>(failure);
        }

        var left = posted.Where(slip => slip.IsPosted).SelectMany(slip => slip.Lines).ToLookup(line => line.Text("InventoryLotId"), StringComparer.OrdinalIgnoreCase);
        var goods = order.Lines.Where(line => !OrderStatus.IsAmount(line, settings.Items) && line.Number("OrderedSalesQuantity") is > 0).ToList();
        var shared = Shares(goods, invoiced);
        return new ReadOutcome<ErpSale>.Found(new ErpSale(order.Header.Text("OrderingCustomerAccountNumber"), [.. goods.Select((line, index) => Line(line, left[line.Text("InventoryLotId")], shared[index]))]));
    }

    /// <summary>A failed read.</summary>
    public static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);

    private static ErpSaleLine Line(FinanceRecord line, IEnumerable<FinanceRecord> shipped, IReadOnlyList<InvoicedGoods> invoiced)
    {
        var (ordered, key) = (line.Number("OrderedSalesQuantity") ?? 0, line.Text(LineKeys.Field));
        // A journal without lines tells of a slip and not of its goods; a status tells of whole lines.
        var sent = line.Text("SalesOrderLineStatus") is "Delivered" or "Invoiced" ? ordered : shipped.Sum(row => row.Number("ShippedQuantity") ?? 0);
        return new ErpSaleLine(LineKeys.IsShortened(key) ? "" : key, line.Text("ItemNumber"), Math.Max(sent, invoiced.Sum(part => part.Quantity)), invoiced) { Id = line.Text("InventoryLotId") };
    }

    // Invoice lines name items and no lots: of two lines with one item the first is billed first.
    private static List<IReadOnlyList<InvoicedGoods>> Shares(List<FinanceRecord> goods, IReadOnlyList<(string Item, InvoicedGoods Goods)> invoiced)
    {
        var left = invoiced.Select(part => part.Goods.Quantity).ToArray();
        return goods.ConvertAll<IReadOnlyList<InvoicedGoods>>(line =>
        {
            var (own, open) = (new List<InvoicedGoods>(), line.Number("OrderedSalesQuantity") ?? 0);
            for (var at = 0; at < left.Length && open > 0; at++)
            {
                var part = OrderComparison.Same(invoiced[at].Item, line.Text("ItemNumber")) ? Math.Min(open, left[at]) : 0;
                if (part <= 0) continue;
                own.Add(invoiced[at].Goods with { Quantity = part });
                (open, left[at]) = (open - part, left[at] - part);
            }

            return own;
        });
    }
}
