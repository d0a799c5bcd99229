using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>
/// <c>state</c>: a state or province, given as code, ISO 3166-2 code or name, in the form the target needs. In a country whose
/// states are not listed the value is written as it came.
/// </summary>
public sealed record StateConversion : Conversion
{
    /// <summary>The country of the state, in any form.</summary>
    public required JsonataExpression Country { get; init; }

    /// <summary>The form written.</summary>
    public StateForm As { get; init; }

    /// <summary>What becomes of a state that its country does not have.</summary>
    public Unknown Unknown { get; init; }

    /// <summary>A table of the pair, from ISO 3166-2 codes to the target's own; a state that is not in it is written as usual. Null: none.</summary>
    public string? Overrides { get; init; }

    /// <summary>The countries, alpha-2, where addresses are written with these codes; elsewhere only <see cref="Overrides"/> count. Empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    internal override IEnumerable<JsonataExpression> Arguments => [Country];

    internal override object? Convert(object value, ConversionContext context)
    {
        var text = Given.Text(value);
        var country = Countries.Find(context.Text(Country))?.Code;
        if (country is null || !States.AreKnownOf(country))
            return text;
        var isMeant = Only.Count == 0 || Only.Contains(country);
        if (States.Find(country, text) is not { } state)
            return !isMeant || States.HasOthers(country) ? text : Unknown.Answer(text, $"{Masked.Describe(value)} is not a state of {country}.");
        var iso = $"{country}-{state.Code}";
        if (Overrides is not null && context.Lookups.TryFind(Overrides, iso, out var own))
            return own.ToString();
        if (!isMeant)
            return text;
        return As switch
        {
            StateForm.Iso => iso,
            StateForm.Name => state.Name,
            _ => state.Code,
        };
    }
}
