using System.Globalization;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>How a decimal is written and cut.</summary>
internal static class NumberText
{
    private const decimal LeastWithExponent = 1e21m;
    private const decimal LeastWithout = 0.000001m;
    private const int FullDecimal = 28;

    /// <summary>
    /// The shortest text of the same value, with an exponent from 1e21 and below 1e-6 as JavaScript writes it. A value that fills
    /// the whole decimal with digits after the point is a quotient that does not end; it is cut to the 15 significant digits that
    /// JSONata writes.
    /// </summary>
    public static string Of(decimal value)
    {
        value = Shortened(value);
        var size = Math.Abs(value);
        return size >= LeastWithExponent || (size < LeastWithout && size != 0)
            ? value.ToString("0.############################e+0", CultureInfo.InvariantCulture)
            : value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Of"/>, but never with an exponent: what other systems are sent.</summary>
    public static string Plain(decimal value) => Shortened(value).ToString(CultureInfo.InvariantCulture);

    private static decimal Shortened(decimal value) => Normal(IsUnending(value) ? CutTo15(value) : value);

    private static bool IsUnending(decimal value)
    {
        if (value.Scale == 0)
            return false;
        var digits = SignificantDigits(value);
        return digits >= FullDecimal || (value.Scale >= 20 && digits > 20);
    }

    /// <summary>The same value without zeros at the end of its fraction.</summary>
    public static decimal Normal(decimal value)
    {
        if (value.Scale == 0)
            return value;
        var unscaled = UnscaledOf(value);
        if (unscaled > ulong.MaxValue)
            return value / 1.0000000000000000000000000000m;
        var (digits, scale) = ((ulong)unscaled, value.Scale);
        if (digits % 10 != 0)
            return value;
        for (; scale > 0 && digits % 10 == 0; scale--)
            digits /= 10;
        return new decimal((int)(digits & uint.MaxValue), (int)(digits >> 32), 0, value < 0, scale);
    }

    private static int SignificantDigits(decimal value)
    {
        var digits = 0;
        var unscaled = UnscaledOf(value);
        for (; unscaled > 0; digits++)
            unscaled /= 10;
        return digits;
    }

    private static decimal CutTo15(decimal value)
    {
        var digitsBeforePoint = SignificantDigits(decimal.Truncate(value));
        if (digitsBeforePoint > 0)
            return decimal.Round(value, Math.Max(0, 15 - digitsBeforePoint), MidpointRounding.AwayFromZero);
        var leadingZeros = value.Scale - SignificantDigits(value);
        return decimal.Round(value, Math.Min(28, leadingZeros + 15), MidpointRounding.AwayFromZero);
    }

    private static UInt128 UnscaledOf(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
    }
}
