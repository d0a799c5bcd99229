using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>What the warehouse does with goods that come back.</summary>
internal static class Arrival
{
    /// <summary>Registers goods that have arrived. Of a part of a line the rest becomes a line of its own.</summary>
    /// <param name="save">The save that it is a part of.</param>
    /// <param name="order">The return order.</param>
    /// <param name="arrived">Items with pieces; none for everything that is expected.</param>
    /// <param name="disposition">The code that the warehouse gives lines without one.</param>
    public static void Register(Save save, Row order, IReadOnlyList<(string Item, decimal Quantity)> arrived, string disposition)
    {
        var expected = ReturnProgress.Lines(save, order).Where(line => line.Text(ReturnLine.Status) == ReturnLine.Awaiting).ToList();
        IReadOnlyList<(Row Line, decimal Quantity)> taken = arrived.Count == 0 ? expected.ConvertAll(line => (line, -line.Number(ReturnLine.Quantity))) : Named(expected, arrived);
        foreach (var (found, quantity) in taken)
        {
            var line = save.Edit(found);
            Split(save, order, line, quantity);
            line.Set(ReturnLine.Status, ReturnLine.Registered).Set("ActualReturnArrivalDate", save.Today).Default("ReturnDispositionCode", disposition);
        }

        ReturnProgress.Advance(save, order);
    }

    /// <summary>Posts the packing slip of what is registered.</summary>
    /// <returns>Its number; empty where everything is received already, because nothing comes back.</returns>
    /// <exception cref="FinanceFault">Nothing is registered or received.</exception>
    public static string Receive(Save save, Row order)
    {
        var lines = ReturnProgress.Lines(save, order);
        var registered = lines.Where(line => line.Text(ReturnLine.Status) == ReturnLine.Registered).Select(save.Edit).ToList();
        if (registered.Count == 0)
        {
            return lines.Any(line => line.Text(ReturnLine.Status) == ReturnLine.Received) ? "" : throw FinanceFault.Plain(400, $"Nothing of return order {order.Text("ReturnOrderNumber")} is registered.");
        }

        foreach (var line in registered)
        {
            line.Set(ReturnLine.Status, ReturnLine.Received).Set("ReturnedSalesQuantity", line.Number(ReturnLine.Quantity));
            if (ReturnLine.Action(line) == DispositionAction.Credit && !line.Is(SalesLine.Service))
            {
                StockLedger.Move(save, line.Company, line.Text("ItemNumber"), line.Text("ReturnSiteId"), line.Text("ReturnWarehouseId"), StockLedger.OnHand, ReturnProgress.Pieces(line));
            }
        }

        ReturnProgress.Advance(save, order);
        return save.Next("PackingSlip", order.Company, "PS-{0:000000}");
    }

    private static List<(Row Line, decimal Quantity)> Named(List<Row> expected, IReadOnlyList<(string Item, decimal Quantity)> arrived)
    {
        List<(Row, decimal)> taken = [];
        foreach (var (item, quantity) in arrived)
        {
            var left = quantity;
            foreach (var line in expected.Where(line => line.Text("ItemNumber").Equals(item, StringComparison.OrdinalIgnoreCase)))
            {
                var part = Math.Min(left, -line.Number(ReturnLine.Quantity) - taken.Where(each => each.Item1 == line).Sum(each => each.Item2));
                if (part > 0)
                {
                    taken.Add((line, part));
                    left -= part;
                }
            }

            if (left > 0)
            {
                throw FinanceFault.Plain(400, $"Less of item {item} is expected than has arrived.");
            }
        }

        return taken;
    }

    private static void Split(Save save, Row order, Row line, decimal quantity)
    {
        var rest = line.Number(ReturnLine.Quantity) + quantity;
        if (rest == 0)
        {
            return;
        }

        var other = save.New(Tables.ReturnLines, line.Company);
        foreach (var (name, value) in line.Values)
        {
            other.Set(name, value);
        }

        var sequence = ReturnProgress.Lines(save, order).Max(each => each.Number("LineCreationSequenceNumber")) + 1;
        other.Set(ReturnLine.Quantity, rest).Set("ReturnInventoryLotId", save.Next("InventoryLotId", line.Company, "{0:000000}")).Set("LineCreationSequenceNumber", sequence);
        line.Set(ReturnLine.Quantity, -quantity);
        ReturnProgress.Reckon(order, line);
        ReturnProgress.Reckon(order, other);
        save.Insert(other);
    }
}
