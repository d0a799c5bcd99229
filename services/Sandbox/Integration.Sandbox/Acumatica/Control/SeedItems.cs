using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Stock items of a new tenant: the SKUs of the stand-in shop, list price in USD, quantity on hand.</summary>
internal static class SeedItems
{
    /// <summary>A stock item of the web class, in the main warehouse by default.</summary>
    public static Row Item(Save save, string sku, string description, decimal price)
    {
        var item = save.Insert(save.New("StockItem").Set("InventoryID", sku).Set("Description", description).Set("ItemStatus", "Active").Set("ItemClass", "WEB")
            .Set("ItemType", "Finished Good").Set("ValuationMethod", "Average").Set("PostingClass", "WEB").Set("LotSerialClass", "NOTTRACKED")
            .Set("BaseUOM", "EA").Set("SalesUOM", "EA").Set("PurchaseUOM", "EA").Set("DefaultPrice", price).Set("CurySpecificPrice", price)
            .Set("TaxCategory", "TAXABLE").Set("DefaultWarehouseID", "MAIN"));
        item.Add("WarehouseDetails").Set("WarehouseID", "MAIN").Set("IsDefault", true).Set("Status", "Active");
        return item;
    }

    public static IReadOnlyList<(string Sku, string Description, decimal Price, decimal OnHand)> Stock { get; } =
    [
        ("TEE-RED-S", "T-shirt red S", 19.99m, 1000), ("TEE-RED-M", "T-shirt red M", 19.99m, 1000), ("TEE-BLU-L", "T-shirt blue L", 21.50m, 1000),
        ("MUG-01", "Mug white", 8.95m, 2000), ("MUG-02", "Mug black", 9.45m, 2000), ("LAMP-ZÜRICH", "Lamp Zürich", 129.00m, 300),
        ("BOOK-łÓDŹ", "Book about Łódź", 24.90m, 500), ("CABLE-USB-C", "USB-C cable", 12.49m, 5000), ("HUB-7P", "USB hub, 7 ports", 39.99m, 800),
        ("KB-US", "Keyboard US", 59.00m, 600), ("KB-DE", "Keyboard DE", 59.00m, 600), ("MOUSE-01", "Mouse", 24.99m, 1500), ("MON-27", "Monitor 27 inch", 289.00m, 200),
        ("DESK-01", "Desk", 449.00m, 50), ("CHAIR-01", "Chair", 199.50m, 80), ("PEN-10", "Pens, ten", 6.33m, 4000), ("NOTE-A5", "Notebook A5", 4.75m, 4000),
        ("BAG-15", "Laptop bag 15 inch", 49.95m, 700), ("CAM-4K", "Camera 4K", 349.99m, 120),
    ];
}
