namespace Integration.Connectors.Ports;

/// <summary>Names of the members of a product that are kept in step one by one, as in JSON and in pair files.</summary>
public static class ProductFields
{
    /// <summary>Name.</summary>
    public const string Name = "name";

    /// <summary>Long text.</summary>
    public const string Description = "description";

    /// <summary>Short text.</summary>
    public const string ShortDescription = "shortDescription";

    /// <summary>Whether it is for sale.</summary>
    public const string Enabled = "enabled";

    /// <summary>Price for everybody.</summary>
    public const string Price = "price";

    /// <summary>Prices for groups and from quantities on.</summary>
    public const string Prices = "prices";

    /// <summary>Weight.</summary>
    public const string Weight = "weight";

    /// <summary>Tax category or class.</summary>
    public const string TaxClass = "taxClass";

    /// <summary>Barcode.</summary>
    public const string Barcode = "barcode";

    /// <summary>Categories.</summary>
    public const string Categories = "categories";

    /// <summary>Attributes.</summary>
    public const string Attributes = "attributes";

    /// <summary>Pictures.</summary>
    public const string Images = "images";

    /// <summary>Variants with their prices and weights.</summary>
    public const string Variants = "variants";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Name, Description, ShortDescription, Enabled, Price, Prices, Weight, TaxClass, Barcode, Categories, Attributes, Images, Variants];
}
