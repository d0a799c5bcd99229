using System.Globalization;

namespace Integration.Mapping.Conversions.Amounts;

/// <summary>Reads numbers of conversions.</summary>
internal static class Numbers
{
    /// <summary>A number, or a text that is one with a point as decimal separator and no grouping.</summary>
    public static decimal Of(object value) => value switch
    {
        decimal number => number,
        string text when decimal.TryParse(
            text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new ConversionException($"{Masked.Describe(value)} is not a number."),
    };

    /// <summary>Rounds, then gives the number exactly so many decimals.</summary>
    public static decimal WithDecimals(decimal number, int decimals, MidpointRounding rounding)
    {
        var rounded = decimal.Round(number, decimals, rounding);
        var scale = new decimal(0, 0, 0, false, (byte)decimals);
        try
        {
            return rounded + scale;
        }
        catch (OverflowException)
        {
            throw new ConversionException("the number is too large.");
        }
    }
}
