using System.Collections.Frozen;

namespace Integration.Contracts.Amounts;

/// <summary>Minor units (decimals) of currencies after ISO 4217.</summary>
public static class Currencies
{
    private static readonly FrozenDictionary<string, int> NotTwo = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
        ["CLF"] = 4, ["UYW"] = 4,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of decimals of the currency: 2 unless ISO 4217 says otherwise.</summary>
    public static int MinorUnits(string currency) => NotTwo.GetValueOrDefault(currency, 2);

    /// <summary>Rounds to the minor units of the currency, half away from zero.</summary>
    public static decimal Round(decimal amount, string currency) => Math.Round(amount, MinorUnits(currency), MidpointRounding.AwayFromZero);

    /// <summary>The smallest amount of the currency: 0.01 for EUR, 1 for JPY.</summary>
    public static decimal SmallestUnit(string currency) => new(1, 0, 0, false, (byte)MinorUnits(currency));
}
