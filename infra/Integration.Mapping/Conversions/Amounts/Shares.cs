namespace Integration.Mapping.Conversions.Amounts;

/// <summary>Distributes whole units by weights so that nothing is lost.</summary>
internal static class Shares
{
    /// <summary>
    /// Everyone gets the whole units of their exact share; the units that remain go one each to those who lost most by that, of
    /// equals to the first (largest remainder, or Hamilton's method).
    /// </summary>
    /// <param name="units">A whole number, which may be negative.</param>
    /// <param name="weights">At least one, none negative.</param>
    public static decimal[] Of(decimal units, IReadOnlyList<decimal> weights)
    {
        if (weights.Any(weight => weight < 0))
            throw new ConversionException("a weight is negative.");
        var all = weights.Sum();
        if (all == 0)
            return Of(units, [.. weights.Select(_ => 1m)]);
        var sign = Math.Sign(units);
        var exact = weights.Select(weight => Math.Abs(units) * weight / all).ToList();
        var shares = exact.Select(decimal.Floor).ToArray();
        var left = Math.Abs(units) - shares.Sum();
        foreach (var at in Enumerable.Range(0, exact.Count).OrderByDescending(at => exact[at] - shares[at]).Take((int)left))
            shares[at]++;
        return [.. shares.Select(share => share * sign)];
    }
}
