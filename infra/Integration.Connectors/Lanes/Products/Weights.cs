namespace Integration.Connectors.Lanes.Products;

/// <summary>Weights in another unit.</summary>
internal static class Weights
{
    private const int Decimals = 4;

    /// <summary>The weight in another unit, or null when a unit is not known.</summary>
    public static decimal? In(string? unit, decimal? weight, string? from)
    {
        if (weight is not { } value) return null;
        if (Grams(from) is not { } source || Grams(unit) is not { } target) return null;
        return source == target ? value : Math.Round(value * source / target, Decimals, MidpointRounding.AwayFromZero);
    }

    private static decimal? Grams(string? unit) => unit?.Trim().ToUpperInvariant() switch
    {
        "G" or "GR" or "GRAM" => 1m,
        "KG" or "KGM" or "KILOGRAM" => 1000m,
        "LB" or "LBS" or "POUND" => 453.59237m,
        "OZ" or "OUNCE" => 28.349523125m,
        _ => null,
    };
}
