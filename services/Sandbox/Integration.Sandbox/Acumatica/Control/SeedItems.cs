using System.Globalization;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>
/// Items of a new tenant: the SKUs of the stand-in shop with list price in USD and quantity on hand, the T-shirts and
/// keyboards as matrix items of the templates TEE and KB, and a kit that the shop does not have.
/// </summary>
internal static class SeedItems
{
    private static readonly (string Sku, string Description, decimal Price, decimal OnHand, int Category)[] Stock =
    [
        ("TEE-RED-S", "T-shirt red S", 19.99m, 1000, 1), ("TEE-RED-M", "T-shirt red M", 19.99m, 1000, 1), ("TEE-BLU-L", "T-shirt blue L", 21.50m, 1000, 1),
        ("MUG-01", "Mug white", 8.95m, 2000, 2), ("MUG-02", "Mug black", 9.45m, 2000, 2), ("LAMP-ZÜRICH", "Lamp Zürich", 129.00m, 300, 2),
        ("BOOK-łÓDŹ", "Book about Łódź", 24.90m, 500, 2), ("CABLE-USB-C", "USB-C cable", 12.49m, 5000, 3), ("HUB-7P", "USB hub, 7 ports", 39.99m, 800, 3),
        ("KB-US", "Keyboard US", 59.00m, 600, 3), ("KB-DE", "Keyboard DE", 59.00m, 600, 3), ("MOUSE-01", "Mouse", 24.99m, 1500, 3), ("MON-27", "Monitor 27 inch", 289.00m, 200, 3),
        ("DESK-01", "Desk", 449.00m, 50, 4), ("CHAIR-01", "Chair", 199.50m, 80, 4), ("PEN-10", "Pens, ten", 6.33m, 4000, 4), ("NOTE-A5", "Notebook A5", 4.75m, 4000, 4),
        ("BAG-15", "Laptop bag 15 inch", 49.95m, 700, 3), ("CAM-4K", "Camera 4K", 349.99m, 120, 3),
    ];

    /// <summary>A stock item of the web class, in the main warehouse by default.</summary>
    public static Row Item(Save save, string sku, string description, decimal price)
    {
        var item = save.Insert(save.New("StockItem").Set("InventoryID", sku)).Set("Description", description).Set("ItemStatus", "Active").Set("ItemClass", "WEB")
            .Set("ItemType", "Finished Good").Set("ValuationMethod", "Average").Set("PostingClass", "WEB").Set("LotSerialClass", "NOTTRACKED")
            .Set("BaseUOM", "EA").Set("SalesUOM", "EA").Set("PurchaseUOM", "EA").Set("DefaultPrice", price).Set("CurySpecificPrice", price)
            .Set("TaxCategory", "TAXABLE").Set("DefaultWarehouseID", "MAIN");
        item.Add("WarehouseDetails").Set("WarehouseID", "MAIN").Set("IsDefault", true).Set("Status", "Active");
        return item;
    }

    /// <summary>Plants classes, codes and items.</summary>
    public static void Plant(Save save)
    {
        Codes(save);
        Template(save, "TEE", "T-shirt", "WEBTEE", 19.99m).Add("Categories").Set("CategoryID", 1);
        Template(save, "KB", "Keyboard", "WEBKB", 59.00m).Add("Categories").Set("CategoryID", 3);
        var ean = 4006381330000L;
        foreach (var (sku, description, price, on, category) in Stock)
        {
            var item = Item(save, sku, description, price);
            item.Add("Categories").Set("CategoryID", category);
            item.Add("CrossReferences").Set("AlternateType", "Barcode").Set("AlternateID", (++ean).ToString(CultureInfo.InvariantCulture)).Set("UOM", "EA");
            StockLedger.Status(save, sku, "MAIN").Set(StockFigures.OnHand, on);
            Variant(save, item, sku.Split('-'));
        }

        save.Find("StockItem", "CABLE-USB-C")!.Add("UOMConversions").Set("FromUOM", "BOX").Set("ToUOM", "EA").Set("MultiplyOrDivide", "Multiply").Set("ConversionFactor", 10m);
        NonStock(save);
        Price(save, "MUG-01", "WHOLESALE", 0m, 7.50m);
        Price(save, "MUG-01", "WHOLESALE", 10m, 6.90m);
        Price(save, "HUB-7P", "WHOLESALE", 0m, 33.00m);
    }

    private static void Codes(Save save)
    {
        Row Put(string entity, string key, string id, string description) => save.Insert(save.New(entity).Set(key, id)).Set("Description", description);

        foreach (var (unit, description) in ((string, string)[])[("EA", "Each"), ("BOX", "Box"), ("PACK", "Pack"), ("KG", "Kilogram"), ("HOUR", "Hour")])
        {
            Put("UnitsOfMeasure", "UnitID", unit, description);
        }

        Put("TaxCategory", "TaxCategoryID", "TAXABLE", "Taxable").Set("Active", true);
        Put("TaxCategory", "TaxCategoryID", "EXEMPT", "Exempt").Set("Active", true);
        Put("CustomerPriceClass", "PriceClassID", "WHOLESALE", "Wholesale");
        Put("CustomerPriceClass", "PriceClassID", "VIP", "Good customers");
        foreach (var category in (string[])["Clothing", "Home", "Electronics", "Office"])
        {
            save.Next("ItemSalesCategory", "");
            save.Insert(save.New("ItemSalesCategory").Set("CategoryID", save.Numbers["ItemSalesCategory"])).Set("Description", category).Set("ParentCategoryID", 0).Set("Path", $"/{category}");
        }

        Attribute(save, "COLOR", "Colour", "Combo", ("RED", "Red"), ("BLU", "Blue"), ("GRN", "Green"));
        Attribute(save, "SIZE", "Size", "Combo", ("S", "Small"), ("M", "Medium"), ("L", "Large"));
        Attribute(save, "LAYOUT", "Layout", "Combo", ("US", "US"), ("DE", "German"));
        Attribute(save, "MATERIAL", "Material", "Text");
        Attribute(save, "ECO", "Recyclable", "Check Box");
        Attribute(save, "USES", "Uses", "Multi Select Combo", ("HOME", "Home"), ("WORK", "Work"), ("TRAVEL", "Travel"));
        Class(save, "WEB", "Web goods", true, "MATERIAL", "ECO", "USES");
        Class(save, "WEBTEE", "T-shirts", true, "COLOR", "SIZE");
        Class(save, "WEBKB", "Keyboards", true, "LAYOUT");
        Class(save, "WEBSERVICE", "Web services", false);
    }

    private static void Attribute(Save save, string id, string description, string control, params (string Id, string Description)[] values)
    {
        var attribute = save.Insert(save.New("AttributeDefinition").Set("AttributeID", id)).Set("Description", description).Set("ControlType", control);
        foreach (var (value, text) in values)
        {
            attribute.Add("Values").Set("ValueID", value).Set("Description", text).Set("SortOrder", attribute.Lines("Values").Count);
        }
    }

    private static void Class(Save save, string id, string description, bool isStock, params string[] attributes)
    {
        var group = save.Insert(save.New("ItemClass").Set("ClassID", id)).Set("Description", description).Set("StockItem", isStock).Set("TaxCategoryID", "TAXABLE")
            .Set("BaseUOM", "EA").Set("SalesUOM", "EA").Set("PurchaseUOM", "EA").Set("ItemType", isStock ? "Finished Good" : "Service").Set("PostingClass", "WEB");
        group.Set("ValuationMethod", isStock ? "Average" : null).Set("DefaultWarehouseID", isStock ? "MAIN" : null).Set("AvailabilityCalculationRule", isStock ? "DEFAULT" : null);
        foreach (var attribute in attributes)
        {
            group.Add("Attributes").Set("AttributeID", attribute).Set("Required", false).Set("SortOrder", group.Lines("Attributes").Count);
        }
    }

    /// <summary>A template of stock items, without any yet.</summary>
    public static Row Template(Save save, string id, string description, string group, decimal price) =>
        save.Insert(save.New("TemplateItems").Set("InventoryID", id)).Set("Description", description).Set("ItemClass", group).Set("ItemStatus", "Active").Set("IsStockItem", true)
            .Set("BaseUOM", "EA").Set("SalesUOM", "EA").Set("DefaultPrice", price).Set("CurySpecificPrice", price).Set("TaxCategory", "TAXABLE");

    /// <summary>Gives an item a value of an attribute, or takes it away.</summary>
    public static void Put(Save save, Row item, string attribute, string value)
    {
        item.Lines("Attributes").RemoveAll(line => line.Text("AttributeID") == attribute);
        if (value.Length == 0 || save.Find("AttributeDefinition", attribute) is not { } definition)
        {
            return;
        }

        item.Add("Attributes").Set("AttributeID", attribute).Set("AttributeDescription", definition.Text("Description")).Set("Value", value).Set("IsActive", true)
            .Set("ValueDescription", definition.Lines("Values").Find(kept => kept.Text("ValueID") == value)?.Text("Description")).Set("RefNoteID", item.Id);
    }

    private static void Variant(Save save, Row item, string[] parts)
    {
        (string Attribute, string Value)[] attributes = parts switch
        {
            ["TEE", var color, var size] => [("COLOR", color), ("SIZE", size)],
            ["KB", var layout] => [("LAYOUT", layout)],
            _ => [],
        };
        if (attributes.Length == 0)
        {
            return;
        }

        item.Set("TemplateItemID", parts[0]).Set("ItemClass", $"WEB{parts[0]}");
        foreach (var (attribute, value) in attributes)
        {
            Put(save, item, attribute, value);
        }
    }

    private static void NonStock(Save save)
    {
        Row Put(string id, string description, string type, decimal price) => save.Insert(save.New("NonStockItem").Set("InventoryID", id)).Set("Description", description)
            .Set("ItemStatus", "Active").Set("ItemType", type).Set("ItemClass", "WEBSERVICE").Set("BaseUnit", "EA").Set("SalesUnit", "EA").Set("PurchaseUnit", "EA")
            .Set("DefaultPrice", price).Set("TaxCategory", "TAXABLE").Set("RequireShipment", false);

        Put("GIFT-WRAP", "Gift wrap", "Service", 3.5m);
        Put("REFUND-AMOUNT", "Refunded amount", "Non-Stock Item", 0m);
        Put("WORKPLACE", "Desk and chair", "Non-Stock Item", 599.00m).Set("IsAKit", true).Set("IsKit", true).Set("RequireShipment", true);
        var kit = save.Insert(save.New("KitSpecification").Set("KitInventoryID", "WORKPLACE").Set("RevisionID", "01")).Set("Description", "Desk and chair").Set("Active", true).Set("IsNonStock", true);
        kit.Add("StockComponents").Set("StockInventoryID", "DESK-01").Set("ComponentQty", 1m).Set("UOM", "EA");
        kit.Add("StockComponents").Set("StockInventoryID", "CHAIR-01").Set("ComponentQty", 1m).Set("UOM", "EA");
    }

    private static void Price(Save save, string sku, string group, decimal from, decimal price)
    {
        save.Next("SalesPrice", "");
        save.Insert(save.New(InternalTables.SalesPrice).Set("RecordID", save.Numbers["SalesPrice"])).Set("PriceType", Pricing.SalesPrices.PriceClass).Set("PriceCode", group)
            .Set("InventoryID", sku).Set("UOM", "EA").Set("CurrencyID", "USD").Set("BreakQty", from).Set("Price", price)
            .Set("EffectiveDate", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
