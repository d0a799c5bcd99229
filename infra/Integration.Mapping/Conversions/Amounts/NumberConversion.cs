namespace Integration.Mapping.Conversions.Amounts;

/// <summary><c>number</c>: a number, or text that is one, with so many decimals and within bounds.</summary>
public sealed record NumberConversion : Conversion
{
    /// <summary>Decimals to round to, 0 to 10; null leaves the number as it is.</summary>
    public int? Decimals { get; init; }

    /// <summary>How to round; null refuses a number with more decimals.</summary>
    public MidpointRounding? Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>The least number taken.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number taken.</summary>
    public decimal? Max { get; init; }

    internal override object? Convert(object value, ConversionContext context)
    {
        var number = Numbers.Of(value);
        if (Decimals is { } decimals)
        {
            if (Rounding is null && decimal.Round(number, decimals) != number)
                throw new ConversionException($"the number has more than {decimals} decimals.");
            number = Numbers.WithDecimals(number, decimals, Rounding ?? MidpointRounding.AwayFromZero);
        }

        if (number < Min || number > Max)
            throw new ConversionException("the number is out of the range that the rule allows.");
        return number;
    }
}
