using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>
/// <c>street</c>: one part of a street line, split as the country writes it. No letter or digit is lost: what is not clearly a
/// number or an addition stays in the street.
/// </summary>
public sealed record StreetConversion : Conversion
{
    /// <summary>The country, in any form.</summary>
    public required JsonataExpression Country { get; init; }

    /// <summary>The part that this rule writes.</summary>
    public StreetPart Part { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => [Country];

    internal override object? Convert(object value, ConversionContext context)
    {
        var line = StreetLine.Split(Given.Text(value), Countries.Find(context.Text(Country))?.Code);
        return Part switch
        {
            StreetPart.Number => line.Number,
            StreetPart.Addition => line.Addition,
            _ => line.Street,
        };
    }
}
