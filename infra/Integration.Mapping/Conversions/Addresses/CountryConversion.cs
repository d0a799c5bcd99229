namespace Integration.Mapping.Conversions.Addresses;

/// <summary><c>country</c>: a country, given as any code of ISO 3166-1 or as a name, in the form the target needs.</summary>
public sealed record CountryConversion : Conversion
{
    /// <summary>The form written.</summary>
    public CountryForm As { get; init; }

    /// <summary>What becomes of a country that is not known.</summary>
    public Unknown Unknown { get; init; }

    /// <summary>A table of the pair, from alpha-2 codes to the target's own; a country that is not in it is written as usual. Null: none.</summary>
    public string? Overrides { get; init; }

    internal override object? Convert(object value, ConversionContext context)
    {
        var text = Given.Text(value);
        if (Countries.Find(text) is not { } country)
            return Unknown.Answer(text, $"{Masked.Describe(value)} is not a country.");
        if (Overrides is not null && context.Lookups.TryFind(Overrides, country.Code, out var own))
            return own.ToString();
        return As switch
        {
            CountryForm.Alpha3 => country.Alpha3,
            CountryForm.Numeric => country.Number,
            CountryForm.Name => country.Name,
            _ => country.Code,
        };
    }
}
