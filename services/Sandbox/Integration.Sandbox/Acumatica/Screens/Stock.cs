using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>Stock of one item in its only warehouse, in base units.</summary>
/// <param name="OnHand">What the inventory ledger says.</param>
/// <param name="Booked">On sales orders that are not on hold, not yet shipped.</param>
/// <param name="Shipped">Confirmed as shipped, not yet issued from the ledger.</param>
internal sealed record Stock(decimal OnHand, decimal Booked, decimal Shipped)
{
    /// <summary>What may still be sold.</summary>
    public decimal Available => OnHand - Booked - Shipped;

    public static Stock Of(Tenant tenant, Row item)
    {
        var sku = item.Text("InventoryID");
        var booked = tenant.Rows("SalesOrder").Where(order => order.Text("Status") is not ("On Hold" or "Canceled" or "Completed"))
            .SelectMany(order => order.Lines("Details")).Where(line => line.Text("InventoryID") == sku).Sum(line => line.Number("OpenQty"));
        var shipments = tenant.Rows("Shipment").Where(shipment => shipment.Text("Status") is "Confirmed" or "Invoiced" or "Completed").ToList();
        var shipped = shipments.Where(shipment => !IsIssued(shipment)).Sum(shipment => Quantity(shipment, sku));
        var issued = shipments.Where(IsIssued).Sum(shipment => Quantity(shipment, sku));
        return new Stock(item.Lines("WarehouseDetails").Sum(warehouse => warehouse.Number("QtyOnHand")) - issued, booked, shipped);
    }

    private static bool IsIssued(Row shipment) => shipment.Lines("Orders").TrueForAll(row => row.Has("InventoryRefNbr"));

    private static decimal Quantity(Row shipment, string sku) =>
        shipment.Lines("Details").Where(line => line.Text("InventoryID") == sku).Sum(line => line.Number("ShippedQty"));
}
