using System.Globalization;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Shipments;

namespace Integration.Acumatica.Fulfilment;

/// <summary>Turns a Shipment record into canonical shipments, one part per order.</summary>
internal static class ShipmentReading
{
    /// <summary>Reads a record with Details and Packages expanded. Transfers and receipts concern nobody until they change.</summary>
    public static ReadOutcome<ErpShipment> Read(EntityRecord shipment)
    {
        var number = shipment.Text("ShipmentNbr");
        if (shipment.Text("Type") is not ("Shipment" or "") || shipment.Text("Operation") is "Receipt")
            return new ReadOutcome<ErpShipment>.NotReady("Not a shipment to a customer.", Ignore: true);
        if (shipment.Date("ShipmentDate") is not { } shipped || shipment.Moment("LastModifiedDateTime") is not { } changed)
            return new ReadOutcome<ErpShipment>.Unreadable([new Reason("ShipmentDate", "The shipment came without date or change stamp.")]);

        // Packages do not say which order they belong to; the orders of one shipment go to one customer, who gets all numbers.
        var tracking = shipment.Rows("Packages").Select(package => package.Text("TrackingNbr")).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return new ReadOutcome<ErpShipment>.Found(new ErpShipment
        {
            Id = number,
            ChangedAt = changed,
            IsConfirmed = ShipmentStatus.IsConfirmed(shipment.Text("Status")),
            ByOrder = shipment.Rows("Details")
                .Where(line => line.Number("ShippedQty") is > 0 && line.Text("OrderNbr").Length > 0)
                .GroupBy(line => OrderLookup.Id(line).ToString(), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Shipment
                {
                    Number = number,
                    ShippedOn = shipped,
                    Carrier = shipment.Text("ShipVia"),
                    TrackingNumbers = tracking,
                    Lines = [.. group.GroupBy(Line).Select(lines => new ShipmentLine(lines.Key.Line, lines.Key.Sku, lines.Sum(line => line.Number("ShippedQty") ?? 0)))],
                }, StringComparer.Ordinal),
        });
    }

    private static (string Line, string Sku) Line(EntityRecord line) =>
        (line.Number("OrderLineNbr")?.ToString(CultureInfo.InvariantCulture) ?? "", line.Text("InventoryID"));
}
