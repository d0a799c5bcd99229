using System.Collections.Frozen;

namespace Integration.Mapping.Conversions.Items;

/// <summary>Units by dimension, exact (NIST Handbook 44, appendix C: the international pound, inch and US gallon).</summary>
internal static class UnitsOfMeasure
{
    private static readonly FrozenDictionary<string, (string Dimension, decimal Factor)> Units = new Dictionary<string, (string, decimal)>
    {
        ["g"] = ("mass", 1m),
        ["kg"] = ("mass", 1000m),
        ["oz"] = ("mass", 28.349523125m),
        ["lb"] = ("mass", 453.59237m),
        ["mm"] = ("length", 1m),
        ["cm"] = ("length", 10m),
        ["m"] = ("length", 1000m),
        ["in"] = ("length", 25.4m),
        ["ft"] = ("length", 304.8m),
        ["yd"] = ("length", 914.4m),
        ["ml"] = ("volume", 1m),
        ["l"] = ("volume", 1000m),
        ["gal"] = ("volume", 3785.411784m),
        ["each"] = ("count", 1m),
        ["dozen"] = ("count", 12m),
        ["gross"] = ("count", 144m),
    }.ToFrozenDictionary();

    public static string[] Names => [.. Units.Keys.Order(StringComparer.Ordinal)];

    public static decimal Factor(string unit) => Units[unit].Factor;

    public static bool AreAlike(string left, string right) => Units[left].Dimension == Units[right].Dimension;
}
