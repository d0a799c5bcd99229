using System.Globalization;
using Integration.Connectors.Ports;
using Integration.Contracts.Shipments;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>Turns packing slips into canonical shipments and into what a sweep compares.</summary>
internal static class ShipmentReading
{
    /// <summary>The shipment. A packing slip has no change stamp: its date stands for one.</summary>
    public static ErpShipment Of(PackingSlip slip) => new()
    {
        Id = slip.Id.ToString(),
        ChangedAt = StampOf(slip),
        IsConfirmed = slip.IsPosted,
        ByOrder = new Dictionary<string, Shipment>(StringComparer.Ordinal)
        {
            [slip.Id.Order] = new Shipment
            {
                Number = slip.Id.ToString(),
                ShippedOn = slip.DeliveredOn,
                Carrier = slip.Carrier,
                TrackingNumbers = slip.TrackingNumbers,
                Lines = [.. slip.Lines.Where(line => line.Number("ShippedQuantity") is > 0).GroupBy(line => (Lot: line.Text("InventoryLotId"), Item: line.Text("ItemNumber")))
                    .Select(same => new ShipmentLine(same.Key.Lot, same.Key.Item, same.Sum(line => line.Number("ShippedQuantity") ?? 0)))],
            },
        },
    };

    /// <summary>Everything that counts as a change.</summary>
    public static ChangedRecord Listed(PackingSlip slip) => new(slip.Id.ToString(), StampOf(slip))
    {
        Content = string.Join('\n',
        [
            slip.IsPosted ? "posted" : "cancelled", slip.DeliveredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), slip.Carrier,
            .. slip.Lines.Select(line => $"{line.Text("InventoryLotId")} {(line.Number("ShippedQuantity") ?? 0).ToString("0.############", CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal),
            .. slip.TrackingNumbers.Order(StringComparer.Ordinal),
        ]),
    };

    private static DateTimeOffset StampOf(PackingSlip slip) => new(slip.DeliveredOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
