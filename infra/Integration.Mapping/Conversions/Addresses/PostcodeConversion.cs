using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>
/// <c>postcode</c>: a postcode in the form of its country (<c>sw1a1aa</c> becomes <c>SW1A 1AA</c>). Where the form of the country is
/// not known, or it has no postcodes, the value is written as it came.
/// </summary>
public sealed record PostcodeConversion : Conversion
{
    /// <summary>The country, in any form.</summary>
    public required JsonataExpression Country { get; init; }

    /// <summary>What becomes of a text that cannot be a postcode of the country.</summary>
    public Unknown Unknown { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => [Country];

    internal override object? Convert(object value, ConversionContext context)
    {
        var text = Given.Text(value);
        var country = Countries.Find(context.Text(Country))?.Code;
        if (country is null || !Postcodes.AreKnownOf(country))
            return text;
        return Postcodes.Find(country, text) ?? Unknown.Answer(text, $"{Masked.Describe(value)} is not a postcode of {country}.");
    }
}
