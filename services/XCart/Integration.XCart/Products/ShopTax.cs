namespace Integration.XCart.Products;

/// <summary>Words for the tax class of a product that has none by name.</summary>
internal static class ShopTax
{
    /// <summary>Taxed, by no class of its own.</summary>
    public const string Default = "default";

    /// <summary>Not taxed.</summary>
    public const string Exempt = "exempt";

    /// <summary>The canonical code.</summary>
    public static string Of(bool taxable, string? className) => !taxable ? Exempt : string.IsNullOrEmpty(className) ? Default : className;
}
