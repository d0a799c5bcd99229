using Integration.Acumatica.Protocol;
using Integration.Contracts.Products;

namespace Integration.Acumatica.Products;

/// <summary>Turns item records into canonical products. Prices and weights are kept per base unit, and are told per sales unit.</summary>
internal static class ItemReading
{
    /// <summary>In which an item may be on sales documents; the others are refused there.</summary>
    private static readonly HashSet<string> Sellable = ["Active", "No Purchases", "No Request"];

    private static readonly HashSet<string> Barcodes = ["Barcode", "GTIN/EAN/UPC/ISBN"];

    /// <summary>The product without its prices for groups and its variants.</summary>
    public static Product Read(EntityRecord item, ItemKinds kind, AcumaticaSettings settings)
    {
        var units = Units(item, kind);
        var factor = FactorOf(item, kind, units);
        return new Product
        {
            Id = item.Text("InventoryID"),
            Sku = item.Text("InventoryID"),
            Kind = KindOf(item, kind),
            Name = item.Text("Description"),
            Description = item.Text("Content"),
            Enabled = Sellable.Contains(item.Text("ItemStatus")),
            Price = (item.Number("CurySpecificPrice") ?? item.Number("DefaultPrice")) * factor,
            Weight = Weight(item, kind) * factor,
            WeightUnit = Given(item.Text("WeightUOM")) ?? settings.WeightUnit,
            SalesUnit = Given(item.Text(kind.SalesUnit)),
            Units = units,
            TaxClass = Given(item.Text("TaxCategory")),
            Class = Given(item.Text("ItemClass")),
            Barcode = item.Rows("CrossReferences").Where(row => Barcodes.Contains(row.Text("AlternateType"))).Select(row => Given(row.Text("AlternateID"))).FirstOrDefault(),
            Categories = [.. item.Rows("Categories").Select(row => new ProductCategory(row.Text("CategoryID"))).OrderBy(row => row.Code, StringComparer.Ordinal)],
            Attributes = Attributes(item),
            Images = [.. item.Rows(kind.Files).Where(file => file.Text("FileType") is "Image" or "").Select(file => file.Text("FileURL"))
                .Where(url => url.Length > 0).Select(url => new ProductImage(url))],
            TemplateSku = Given(item.Text("TemplateItemID")),
            ForExport = item.Flag("ExportToExternal"),
            ChangedAt = item.Moment(kind.Stamp),
        };
    }

    /// <summary>A matrix item as a variant of its template.</summary>
    public static ProductVariant Variant(Product item) => new()
    {
        Id = item.Id,
        Sku = item.Sku,
        Options = item.Attributes ?? [],
        Price = item.Price,
        Weight = item.Weight,
        Enabled = item.Enabled,
    };

    private static ProductKind KindOf(EntityRecord item, ItemKinds kind) =>
        kind == ItemKinds.Template ? (item.Flag("IsStockItem") ? ProductKind.Template : ProductKind.NonStock)
        : item.Flag("IsAKit") || item.Flag("IsKit") ? ProductKind.Kit
        : kind == ItemKinds.NonStock ? ProductKind.NonStock
        : ProductKind.Stock;

    private static decimal? Weight(EntityRecord item, ItemKinds kind) =>
        (item.Number(kind.Weight) ?? item.Number("DimensionWeight")) is { } weight and > 0 ? weight : null;

    private static List<ProductUnit> Units(EntityRecord item, ItemKinds kind)
    {
        var own = item.Text(kind.BaseUnit);
        var units = new List<ProductUnit>();
        if (own.Length > 0) units.Add(new ProductUnit(own, 1));
        foreach (var rule in item.Rows("UOMConversions").Where(rule => rule.Text("FromUOM") != own && rule.Text("ToUOM") == own))
        {
            if (rule.Number("ConversionFactor") is not { } factor || factor == 0) continue;
            units.Add(new ProductUnit(rule.Text("FromUOM"), rule.Text("MultiplyOrDivide") == "Divide" ? 1 / factor : factor));
        }

        return units;
    }

    private static decimal FactorOf(EntityRecord item, ItemKinds kind, List<ProductUnit> units) =>
        units.Find(unit => unit.Code == item.Text(kind.SalesUnit))?.BaseUnits ?? 1;

    private static List<ProductAttribute> Attributes(EntityRecord item) =>
    [
        .. item.Rows("Attributes")
            .Select(row => new ProductAttribute(row.Text("AttributeID"), Given(row.Text("ValueDescription")) ?? row.Text("Value"), Given(row.Text("AttributeDescription"))))
            .Where(attribute => attribute.Value.Length > 0).OrderBy(attribute => attribute.Code, StringComparer.Ordinal),
    ];

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
