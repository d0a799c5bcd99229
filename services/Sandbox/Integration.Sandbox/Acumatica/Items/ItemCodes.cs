using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>What stock items, non-stock items and template items have in common: ID, class, units, codes.</summary>
internal static class ItemCodes
{
    private static readonly string[] Statuses = ["Active", "No Sales", "No Purchases", "No Request", "Inactive", "Marked for Deletion"];
    private static readonly string[] AlternateTypes = ["Global", "Barcode", "GTIN/EAN/UPC/ISBN", "Customer Part Number", "Vendor Part Number"];

    /// <summary>An inventory ID is given by hand and used once, whatever kind of item has it.</summary>
    public static void CheckId(Save save, Row item, bool isNew)
    {
        if (!item.Has("InventoryID"))
        {
            item.Fail("InventoryID", "'Inventory ID' cannot be empty.");
        }
        else if (isNew && ((string[])["StockItem", "NonStockItem", "TemplateItems"]).Any(kind => save.Find(kind, item.Text("InventoryID")) is { } other && other.Id != item.Id))
        {
            item.Fail("InventoryID", "The inventory ID is already in use.");
        }
    }

    /// <summary>Defaults from the class, and the codes that must exist.</summary>
    public static void Check(Save save, Row item)
    {
        if (!Statuses.Contains(item.Text("ItemStatus")))
        {
            item.Fail("ItemStatus", $"'{item.Text("ItemStatus")}' is not one of the values allowed for 'Item Status'.");
        }

        var isStock = item.Schema.Name == "StockItem" || (item.Schema.Name == "TemplateItems" && (!item.Has("IsStockItem") || item.Flag("IsStockItem")));
        if (save.Find("ItemClass", item.Text("ItemClass")) is not { } group || group.Flag("StockItem") != isStock)
        {
            item.Fail("ItemClass", $"'Item Class' '{item.Text("ItemClass")}' cannot be found in the system.");
            return;
        }

        Units(save, item, group);
        Default(item, "TaxCategory", group.Text("TaxCategoryID"));
        foreach (var field in (string[])["ItemType", "PostingClass", "ValuationMethod", "LotSerialClass", "PriceClass", "DefaultWarehouseID"])
        {
            Default(item, field, group.Text(field));
        }

        Exists(save, item, "TaxCategory", "TaxCategory", "Tax Category");
        Exists(save, item, "DefaultWarehouseID", "Warehouse", "Default Warehouse");
        if (item.Number("DefaultPrice") < 0)
        {
            item.Fail("DefaultPrice", "Incorrect value. The value to be entered must be greater than or equal to 0.");
        }

        Categories(save, item);
        References(item);
        ItemAttributes.Check(save, item, group);
    }

    private static void Units(Save save, Row item, Row group)
    {
        string[] units = item.Schema.Name switch
        {
            "NonStockItem" => ["BaseUnit", "SalesUnit", "PurchaseUnit"],
            "TemplateItems" => ["BaseUOM", "SalesUOM"],
            _ => ["BaseUOM", "SalesUOM", "PurchaseUOM"],
        };
        foreach (var (field, own) in units.Zip((string[])["BaseUOM", "SalesUOM", "PurchaseUOM"]))
        {
            item.Default(field, group.Has(own) ? group.Text(own) : item.Text(units[0]));
            Exists(save, item, field, "UnitsOfMeasure", "Unit");
            if (item.Schema.Name == "StockItem" && item.Text(field) != item.Text(units[0]) && !item.Lines("UOMConversions").Exists(row => row.Text("FromUOM") == item.Text(field)))
            {
                item.Fail(field, $"A conversion rule of the '{item.Text(field)}' unit to the '{item.Text(units[0])}' unit was not found.");
            }
        }

        foreach (var conversion in item.Schema.Find("UOMConversions") is null ? [] : item.Lines("UOMConversions"))
        {
            conversion.Default("ToUOM", item.Text("BaseUOM")).Default("MultiplyOrDivide", "Multiply");
            Exists(save, conversion, "FromUOM", "UnitsOfMeasure", "From Unit");
            if (conversion.Number("ConversionFactor") <= 0)
            {
                conversion.Fail("ConversionFactor", "The value must be greater than 0.");
            }

            if (conversion.Text("ToUOM") != item.Text("BaseUOM"))
            {
                conversion.Fail("ToUOM", $"'To Unit' '{conversion.Text("ToUOM")}' cannot be found in the system.");
            }
        }
    }

    private static void Categories(Save save, Row item)
    {
        var collections = item.Schema.Name == "NonStockItem" ? (string[])["Categories", "SalesCategories"] : ["Categories"];
        foreach (var category in collections.SelectMany(item.Lines))
        {
            if (save.Find("ItemSalesCategory", category.Key("CategoryID")) is null)
            {
                category.Fail("CategoryID", $"'Category ID' '{category.Key("CategoryID")}' cannot be found in the system.");
            }
        }
    }

    private static void References(Row item)
    {
        foreach (var reference in item.Schema.Find("CrossReferences") is null ? [] : item.Lines("CrossReferences"))
        {
            reference.Default("AlternateType", "Global");
            if (!AlternateTypes.Contains(reference.Text("AlternateType")))
            {
                reference.Fail("AlternateType", $"'{reference.Text("AlternateType")}' is not one of the values allowed for 'Alternate Type'.");
            }

            if (!reference.Has("AlternateID"))
            {
                reference.Fail("AlternateID", "'Alternate ID' cannot be empty.");
            }

            if (reference.Text("AlternateType") is "Customer Part Number" or "Vendor Part Number" && !reference.Has("VendorOrCustomer"))
            {
                reference.Fail("VendorOrCustomer", "'Vendor/Customer' cannot be empty.");
            }

            if (reference.Has("UOM") && !Inventory.Units.IsKnown(item, reference.Text("UOM")))
            {
                reference.Fail("UOM", $"'UOM' '{reference.Text("UOM")}' cannot be found in the system.");
            }
        }
    }

    private static void Default(Row item, string field, string value)
    {
        if (item.Schema.Find(field) is not null)
        {
            item.Default(field, value);
        }
    }

    private static void Exists(Save save, Row row, string field, string entity, string display)
    {
        if (row.Schema.Find(field) is not null && row.Has(field) && save.Find(entity, row.Text(field)) is null)
        {
            row.Fail(field, $"'{display}' '{row.Text(field)}' cannot be found in the system.");
        }
    }
}
