using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>What a new tenant holds: the reference records and items that the stand-in shop's catalogue needs.</summary>
internal static class Seed
{
    /// <summary>Grows when a new tenant holds something else than before: older books then lack what the forms rely on.</summary>
    public const long Version = 2;

    private static readonly DateTimeOffset TaxStart = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static bool Plant(Save save)
    {
        save.Numbers[Save.Books] = Version;
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
        Guest(save);
        SeedItems.Plant(save);
        return true;
    }

    private static void Guest(Save save)
    {
        var guest = save.Insert(save.New("Customer").Set("CustomerID", "WEBGUEST").Set("CustomerName", "Web guest").Set("CustomerClass", "WEB").Set("Status", "Active")
            .Set("CurrencyID", "USD").Set("EnableCurrencyOverride", true).Set("TaxZone", "WEB").Set("Terms", "30D").Set("IsGuestCustomer", true).Set("BAccountID", 1000));
        guest.Link("MainContact").Set("DisplayName", "Web guest").Link("Address").Set("Country", "US");
    }
}
