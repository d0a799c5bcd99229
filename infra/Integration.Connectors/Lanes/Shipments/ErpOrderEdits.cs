using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;

namespace Integration.Connectors.Lanes.Shipments;

/// <summary>Says what people in the ERP changed about an order since the last agreed state.</summary>
internal static class ErpOrderEdits
{
    /// <summary>Every change of its lines.</summary>
    public static IReadOnlyList<OrderLineChange> Between(ErpOrderContent agreed, ErpOrderContent now)
    {
        var changes = new List<OrderLineChange>();
        foreach (var line in agreed.Lines)
        {
            if (now.Lines.FirstOrDefault(other => other.Id == line.Id) is { } kept) Compare(line, kept, changes);
            else changes.Add(new OrderLineChange(OrderLineChangeKind.Removed, line.Sku, line.Quantity, 0));
        }

        foreach (var line in now.Lines.Where(line => agreed.Lines.All(other => other.Id != line.Id)))
            changes.Add(new OrderLineChange(OrderLineChangeKind.Added, line.Sku, 0, line.Quantity));
        return changes;
    }

    /// <summary>The total when it changed, else null.</summary>
    public static OrderTotalChange? Total(ErpOrderContent agreed, ErpOrderContent now) =>
        agreed.Total == now.Total ? null : new OrderTotalChange(agreed.Total, now.Total, now.Currency);

    private static void Compare(ErpOrderLine agreed, ErpOrderLine now, List<OrderLineChange> changes)
    {
        var substituted = !string.Equals(agreed.Sku, now.Sku, StringComparison.OrdinalIgnoreCase);
        if (substituted) changes.Add(new OrderLineChange(OrderLineChangeKind.Substituted, agreed.Sku, agreed.Quantity, now.Quantity, now.Sku));
        if (agreed.Quantity != now.Quantity) changes.Add(new OrderLineChange(OrderLineChangeKind.Quantity, now.Sku, agreed.Quantity, now.Quantity));
        else if (agreed.Amount != now.Amount) changes.Add(new OrderLineChange(OrderLineChangeKind.Amount, now.Sku, agreed.Amount, now.Amount));
        if (now.BackOrdered > agreed.BackOrdered) changes.Add(new OrderLineChange(OrderLineChangeKind.BackOrdered, now.Sku, now.Quantity, now.BackOrdered));
        if (now.Short > agreed.Short) changes.Add(new OrderLineChange(OrderLineChangeKind.Short, now.Sku, now.Quantity, now.Short));
    }
}
