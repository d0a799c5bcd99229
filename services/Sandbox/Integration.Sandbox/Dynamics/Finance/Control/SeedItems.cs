using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Items of a new environment: the SKUs of the stand-in shop with price in USD and quantity on hand, and services for amounts that are no goods.</summary>
internal static class SeedItems
{
    private static readonly (string Sku, string Name, decimal Price, decimal OnHand, string Group)[] Stock =
    [
        ("TEE-RED-S", "T-shirt red S", 19.99m, 1000, "Clothing"), ("TEE-RED-M", "T-shirt red M", 19.99m, 1000, "Clothing"), ("TEE-BLU-L", "T-shirt blue L", 21.50m, 1000, "Clothing"),
        ("MUG-01", "Mug white", 8.95m, 2000, "Home"), ("MUG-02", "Mug black", 9.45m, 2000, "Home"), ("LAMP-ZÜRICH", "Lamp Zürich", 129.00m, 300, "Home"),
        ("BOOK-łÓDŹ", "Book about Łódź", 24.90m, 500, "Home"), ("CABLE-USB-C", "USB-C cable", 12.49m, 5000, "Electro"), ("HUB-7P", "USB hub, 7 ports", 39.99m, 800, "Electro"),
        ("KB-US", "Keyboard US", 59.00m, 600, "Electro"), ("KB-DE", "Keyboard DE", 59.00m, 600, "Electro"), ("MOUSE-01", "Mouse", 24.99m, 1500, "Electro"), ("MON-27", "Monitor 27 inch", 289.00m, 200, "Electro"),
        ("DESK-01", "Desk", 449.00m, 50, "Office"), ("CHAIR-01", "Chair", 199.50m, 80, "Office"), ("PEN-10", "Pens, ten", 6.33m, 4000, "Office"), ("NOTE-A5", "Notebook A5", 4.75m, 4000, "Office"),
        ("BAG-15", "Laptop bag 15 inch", 49.95m, 700, "Electro"), ("CAM-4K", "Camera 4K", 349.99m, 120, "Electro"),
    ];

    private static readonly (string Sku, string Name, decimal Price)[] Services =
        [("SHIPPING", "Shipping", 0m), ("SALESTAX", "Sales tax of the shop", 0m), ("DISCOUNT", "Discount", 0m), ("GIFT-WRAP", "Gift wrap", 3.50m)];

    public static void Plant(Save save, string company, bool hasStock)
    {
        var ean = 4006381330000L;
        foreach (var (sku, name, price, on, group) in Stock)
        {
            Item(save, company, sku, name, price).Set("ProductGroupId", group);
            save.Insert(save.New(Tables.Barcodes, company).Set("ProductNumber", sku).Set("ProductQuantityUnitSymbol", "ea").Set("BarcodeSetupId", "EAN13")
                .Set("Barcode", (++ean).ToString(CultureInfo.InvariantCulture))).Set("ProductQuantity", 1m).Set("ProductDescription", name).Set("IsDefaultScannedBarcode", true);
            StockLedger.Move(save, company, sku, "1", "MAIN", StockLedger.OnHand, hasStock ? on : 0m);
        }

        save.Find(Tables.Products, company, "CABLE-USB-C")!.Set(Units.Conversions, "box=10");
        foreach (var (sku, name, price) in Services)
        {
            Item(save, company, sku, name, price).Set("ProductType", "Service");
        }

        Price(save, company, "MUG-01", "WHOLESALE", 0m, 10m, 7.50m);
        Price(save, company, "MUG-01", "WHOLESALE", 10m, 0m, 6.90m);
        Price(save, company, "HUB-7P", "WHOLESALE", 0m, 0m, 33.00m);
    }

    /// <summary>A released product that is sold by the piece.</summary>
    public static Row Item(Save save, string company, string sku, string name, decimal price) => save.Insert(save.New(Tables.Products, company).Set("ItemNumber", sku))
        .Set("ProductNumber", sku).Set("ProductSearchName", name).Set("SearchName", name).Set("_Name", name).Set("ProductType", "Item").Set("ProductSubType", "Product")
        .Set("InventoryUnitSymbol", "ea").Set("SalesUnitSymbol", "ea").Set("PurchaseUnitSymbol", "ea").Set("SalesPrice", price).Set("SalesPriceQuantity", 1m)
        .Set("SalesPriceDate", save.Today).Set("SalesSalesTaxItemGroupCode", "TAXABLE").Set("ItemModelGroupId", "FIFO").Set("StorageDimensionGroupName", "SiteWH")
        .Set("ProductLifecycleStateId", "Operational");

    /// <summary>A trade agreement over a price; a quantity of 0 has no end.</summary>
    public static void Price(Save save, string company, string sku, string? group, decimal from, decimal to, decimal price, string currency = "USD")
    {
        var row = save.New(Tables.Prices, company);
        save.Insert(row.Set("RecordId", row.RecId)).Set("ItemNumber", sku).Set("ProductNumber", sku).Set("PriceCustomerGroupCode", group).Set("PriceCurrencyCode", currency)
            .Set("QuantityUnitySymbol", "ea").Set("FromQuantity", from).Set("ToQuantity", to).Set("Price", price).Set("SalesPriceQuantity", 1m);
    }
}
