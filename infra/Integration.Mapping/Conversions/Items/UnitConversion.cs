using Integration.Mapping.Conversions.Amounts;

namespace Integration.Mapping.Conversions.Items;

/// <summary><c>unit</c>: a quantity in one unit of measure to the same in another.</summary>
public sealed record UnitConversion : Conversion
{
    /// <summary>The source's unit.</summary>
    public required string From { get; init; }

    /// <summary>The target's unit; of the same dimension.</summary>
    public required string To { get; init; }

    /// <summary>Decimals of the result, half away from zero; 6 if not given.</summary>
    public int Decimals { get; init; } = 6;

    internal override object? Convert(object value, ConversionContext context)
    {
        try
        {
            var result = Numbers.Of(value) * UnitsOfMeasure.Factor(From) / UnitsOfMeasure.Factor(To);
            return decimal.Round(result, Decimals, MidpointRounding.AwayFromZero);
        }
        catch (OverflowException)
        {
            throw new ConversionException("the quantity is too large.");
        }
    }
}
