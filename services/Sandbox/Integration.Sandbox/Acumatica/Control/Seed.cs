using Integration.Sandbox.Acumatica.Customers;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>What a new tenant holds: the reference records and items that the stand-in shop's catalogue needs.</summary>
internal static class Seed
{
    /// <summary>Grows when a new tenant holds something else than before, or holds it in another form: older books then lack what the forms rely on.</summary>
    public const long Version = 3;

    private static readonly DateTimeOffset TaxStart = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Plant(Save save)
    {
        Row Put(string entity, string key, string id, string description) =>
            save.Insert(save.New(entity).Set(key, id).Set("Description", description));

        SeedMoney.Plant(save);
        foreach (var (warehouse, description) in ((string, string)[])[("MAIN", "Main warehouse"), ("EAST", "Warehouse in the east"), ("RETURNS", "Returned goods")])
        {
            Put("Warehouse", "WarehouseID", warehouse, description).Set("Active", true).Add("Locations").Set("LocationID", "R1S1").Set("Active", true)
                .Set("SalesAllowed", true).Set("ReceiptsAllowed", true).Set("TransfersAllowed", true);
        }

        Put("Tax", "TaxID", "WEBTAX", "Tax of web orders").Set("TaxType", "Sales")
            .Add("TaxSchedule").Set("TaxID", "WEBTAX").Set("TaxRate", 8.5m).Set("StartDate", TaxStart).Set("ReportingGroup", "Default Output Group");
        Put("TaxZone", "TaxZoneID", "WEB", "Web sales").Add("ApplicableTaxes").Set("TaxID", "WEBTAX");
        foreach (var (carrier, description, rate) in ((string, string, decimal)[])
            [("GROUND", "Ground", 5m), ("EXPRESS", "Express", 15m), ("PICKUP", "Customer pick-up", 0m), ("FREE", "Free shipping", 0m)])
        {
            Put("ShipVia", "CarrierID", carrier, description).Set("CommonCarrier", carrier != "PICKUP").Set("CalculationMethod", "Manual")
                .Add("FreightRates").Set("LineNbr", 1).Set("Rate", rate);
        }

        Put("CustomerClass", "ClassID", "WEB", "Web customers").Set("CurrencyID", "USD").Set("EnableCurrencyOverride", true).Set("TaxZoneID", "WEB")
            .Set("Terms", "30D").Set("StatementCycleID", "ENDOFMONTH").Set("Country", "US");
        Put("CustomerClass", "ClassID", "WHOLESALE", "Wholesale customers").Set("CurrencyID", "USD").Set("EnableCurrencyOverride", true).Set("TaxZoneID", "WEB")
            .Set("Terms", "60D").Set("StatementCycleID", "ENDOFMONTH").Set("Country", "US");
        Guest(save);
        SeedCustomers.Plant(save);
        SeedItems.Plant(save);
        Purchases(save);
    }

    private static void Guest(Save save)
    {
        var guest = save.Insert(save.New("Customer").Set("CustomerID", "WEBGUEST")).Set("CustomerName", "Web guest").Set("CustomerClass", "WEB").Set("Status", "Active")
            .Set("CurrencyID", "USD").Set("EnableCurrencyOverride", true).Set("TaxZone", "WEB").Set("Terms", "30D").Set("IsGuestCustomer", true).Set("BAccountID", 1000);
        guest.Link("MainContact").Set("DisplayName", "Web guest").Link("Address").Set("Country", "US");
        CustomerContacts.Check(guest, guest, isNew: false);
        CustomerContacts.KeepMainLocation(save, guest);
    }

    private static void Purchases(Save save)
    {
        var today = new DateTimeOffset(save.Now.Date, TimeSpan.Zero);
        save.Insert(save.New("Vendor").Set("VendorID", "GOODS")).Set("VendorName", "Good Supplies").Set("VendorClass", "WEB").Set("Status", "Active").Set("CurrencyID", "USD");
        var order = save.Insert(save.New("PurchaseOrder").Set("Type", "Normal").Set("OrderNbr", save.Next("PurchaseOrder", "PO"))).Set("VendorID", "GOODS").Set("Hold", false)
            .Set("Status", "Open").Set("CurrencyID", "USD").Set("Branch", "MAIN").Set("Date", today).Set("PromisedOn", today.AddDays(14)).Set("Description", "Furniture and monitors");
        foreach (var (sku, quantity, cost) in ((string, decimal, decimal)[])[("MON-27", 50m, 180m), ("CHAIR-01", 20m, 110m)])
        {
            order.Add("Details").Set("LineNbr", order.Lines("Details").Count).Set("OrderType", "Normal").Set("OrderNbr", order.Text("OrderNbr")).Set("InventoryID", sku).Set("OrderQty", quantity)
                .Set("QtyOnReceipts", 0m).Set("UOM", "EA").Set("WarehouseID", "MAIN").Set("LineType", "Goods for IN").Set("UnitCost", cost).Set("ExtendedCost", quantity * cost)
                .Set("Requested", today).Set("Promised", today.AddDays(14));
        }

        var total = order.Lines("Details").Sum(line => line.Number("ExtendedCost"));
        order.Set("LineTotal", total).Set("OrderTotal", total);
    }
}
