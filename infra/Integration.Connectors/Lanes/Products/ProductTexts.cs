using System.Globalization;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;

namespace Integration.Connectors.Lanes.Products;

/// <summary>A product's members as texts that are equal when the members are. What a system does not tell is left out.</summary>
internal static class ProductTexts
{
    /// <summary>Remembered beside the members: the unit of the storefront's weights.</summary>
    public const string WeightUnit = "weightUnit";

    /// <summary>The texts.</summary>
    /// <param name="product">In the storefront's codes.</param>
    /// <param name="lane">For the currency.</param>
    /// <param name="weightUnit">The unit to compare weights in; null leaves the weight out.</param>
    public static Dictionary<string, string> Of(Product product, ProductLane lane, string? weightUnit)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        void Set(string field, string? text)
        {
            if (text is not null) texts[field] = text;
        }

        Set(ProductFields.Name, Line(product.Name));
        Set(ProductFields.Description, Line(product.Description));
        Set(ProductFields.ShortDescription, Line(product.ShortDescription));
        Set(ProductFields.Enabled, product.Enabled is { } enabled ? (enabled ? "true" : "false") : null);
        Set(ProductFields.Price, Number(product.Price));
        Set(ProductFields.Prices, product.Prices is { } prices && lane.Currency is { } currency ? Prices(prices, currency) : null);
        Set(ProductFields.Weight, Number(Weights.In(weightUnit, product.Weight, product.WeightUnit)));
        Set(ProductFields.TaxClass, product.TaxClass);
        Set(ProductFields.Barcode, product.Barcode);
        Set(ProductFields.Categories, Rows(product.Categories, category => category.Code));
        Set(ProductFields.Attributes, Rows(product.Attributes, attribute => $"{attribute.Code}={attribute.Value}"));
        Set(ProductFields.Images, Rows(product.Images, image => image.Url));
        Set(ProductFields.Variants, Rows(product.Variants?.Where(variant => variant.Sku.Length > 0).ToList(), variant => $"{variant.Sku.ToUpperInvariant()}={Number(variant.Price ?? product.Price)}"));
        return texts;
    }

    private static string Prices(IReadOnlyList<ProductPrice> prices, string currency) =>
        Rows([.. prices.Where(price => price.Currency is null || price.Currency == currency)], price => $"{price.Group ?? "*"} from {Number(price.Quantity)}: {Number(price.Amount)}") ?? "";

    private static string? Rows<T>(IReadOnlyList<T>? rows, Func<T, string> text) => rows is null ? null : string.Join('\n', rows.Select(text).Order(StringComparer.Ordinal));

    private static string? Line(string? text) => text?.ReplaceLineEndings("\n").Trim();

    // 12.50 and 12.5 are the same price.
    private static string? Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);
}
