using Integration.Acumatica.Protocol;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Turns a SalesOrder record into canonical progress.</summary>
internal static class OrderReading
{
    /// <summary>Reads a record with its Shipments and Details expanded. An invoice counts as released when its shipment is Completed (Invoiced means generated only).</summary>
    public static ReadOutcome<ErpOrderProgress> Read(EntityRecord order)
    {
        var id = OrderLookup.Id(order);
        if (id.Number.Length == 0 || order.Moment("LastModified") is not { } changed)
            return new ReadOutcome<ErpOrderProgress>.Unreadable([new Reason("LastModified", "The order came without number or change stamp: check the user's rights to the form.")]);
        return new ReadOutcome<ErpOrderProgress>.Found(new ErpOrderProgress
        {
            Id = id.ToString(),
            Number = id.Number,
            Reference = order.Text("ExternalRef"),
            Status = OrderStatus.Of(order),
            ErpStatus = order.Text("Status"),
            ChangedAt = changed,
            Content = StoredContent.Of(order),
            Shipments = [.. order.Rows("Shipments").Where(row => ShipmentStatus.IsConfirmed(row.Text("Status"))).Select(row => row.Text("ShipmentNbr")).Where(number => number.Length > 0).Distinct()],
            Invoices = [.. order.Rows("Shipments").Where(row => row.Text("Status") == "Completed").Select(row => row.Text("InvoiceNbr")).Where(number => number.Length > 0).Distinct()],
        });
    }

    /// <summary>The echo of a write to the order; null when the answer does not show enough of it.</summary>
    public static string? Echo(EntityRecord order) => Read(order) is ReadOutcome<ErpOrderProgress>.Found { Value: { Content: not null } progress } ? progress.ToEcho() : null;
}
