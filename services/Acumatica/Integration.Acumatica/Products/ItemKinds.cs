using Integration.Contracts.Products;

namespace Integration.Acumatica.Products;

/// <summary>The three forms that keep items: stock items, non-stock items, template items. An inventory ID is used once over all of them.</summary>
internal sealed record ItemKinds
{
    private ItemKinds(string entity, string stamp, string unit, string baseUnit, string weight, string expand, string files)
    {
        (Entity, Stamp, SalesUnit, BaseUnit, Weight, Expand, Files) = (entity, stamp, unit, baseUnit, weight, expand, files);
    }

    /// <summary>Stock items (IN202500).</summary>
    public static ItemKinds Stock { get; } = new(
        "StockItem", "LastModified", "SalesUOM", "BaseUOM", "DimensionWeight", "Attributes,Categories,CrossReferences,UOMConversions,FileURLs", "FileURLs");

    /// <summary>Non-stock items (IN202000).</summary>
    public static ItemKinds NonStock { get; } = new(
        "NonStockItem", "LastModifiedDateTime", "SalesUnit", "BaseUnit", "Weight", "Attributes,Categories,CrossReferences,FileUrls", "FileUrls");

    /// <summary>Template items (IN203000).</summary>
    public static ItemKinds Template { get; } = new(
        "TemplateItems", "LastModified", "SalesUOM", "BaseUOM", "DimensionWeight", "Attributes,Categories,FileURLs", "FileURLs");

    /// <summary>All, the most usual first.</summary>
    public static IReadOnlyList<ItemKinds> All { get; } = [Stock, NonStock, Template];

    /// <summary>The entity.</summary>
    public string Entity { get; }

    /// <summary>Its change stamp.</summary>
    public string Stamp { get; }

    /// <summary>The field with the unit of sales.</summary>
    public string SalesUnit { get; }

    /// <summary>The field with the base unit, in which prices and weights are kept.</summary>
    public string BaseUnit { get; }

    /// <summary>The field with the weight of a base unit.</summary>
    public string Weight { get; }

    /// <summary>The collections to read.</summary>
    public string Expand { get; }

    /// <summary>The collection of files and pictures.</summary>
    public string Files { get; }

    /// <summary>Where a product of this kind is kept.</summary>
    public static ItemKinds Of(ProductKind kind) => kind switch
    {
        ProductKind.NonStock => NonStock,
        ProductKind.Template => Template,
        _ => Stock,
    };
}
