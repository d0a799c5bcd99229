namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>
/// Where separators stand in an integer, counted in digits from its right end. If they stand at every multiple of one
/// distance, they go on to the left for ever.
/// </summary>
internal sealed record Grouping(int Interval, IReadOnlyList<int> Positions)
{
    public static Grouping Of(IReadOnlyList<int> positions)
    {
        if (positions.Count == 0)
            return new Grouping(0, positions);
        var interval = positions.Aggregate(GreatestCommonDivisor);
        var isRegular = interval > 0 && Enumerable.Range(1, positions.Count).All(n => positions.Contains(n * interval));
        return new Grouping(isRegular ? interval : 0, positions);
    }

    public string Insert(string digits, string separator)
    {
        var positions = Interval > 0
            ? Enumerable.Range(1, Math.Max(0, digits.Length - 1) / Interval).Select(n => n * Interval)
            : Positions.Where(position => position < digits.Length).Order();
        foreach (var position in positions.Reverse().ToList())
            digits = digits.Insert(digits.Length - position, separator);
        return digits;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
