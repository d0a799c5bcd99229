namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>A number picture cut at its signs. <paramref name="Exponent"/> is null if it has no exponent sign.</summary>
internal sealed record NumberPictureParts(
    string Picture, string Prefix, string Suffix, string Active, string Mantissa, string Integer, string Fraction, string? Exponent)
{
    public static NumberPictureParts Of(string picture, NumberSymbols symbols)
    {
        bool StartsActive(char c) => symbols.IsActive(c) && !NumberSymbols.Is(symbols.Exponent, c);
        var first = 0;
        while (first < picture.Length && !StartsActive(picture[first]))
            first++;
        var end = picture.Length;
        while (end > first && !StartsActive(picture[end - 1]))
            end--;
        var active = picture[first..end];
        var at = active.IndexOf(symbols.Exponent, StringComparison.Ordinal);
        var mantissa = at < 0 ? active : active[..at];
        var point = mantissa.IndexOf(symbols.Decimal, StringComparison.Ordinal);
        return new NumberPictureParts(
            picture,
            picture[..first],
            picture[end..],
            active,
            mantissa,
            point < 0 ? mantissa : mantissa[..point],
            point < 0 ? string.Empty : mantissa[(point + symbols.Decimal.Length)..],
            at < 0 ? null : active[(at + symbols.Exponent.Length)..]);
    }
}
