namespace Integration.Mapping.Conversions.Addresses;

/// <summary>How a country writes postcodes.</summary>
/// <param name="Forms">A digit for #, a letter for @, either for *; anything else stands as it is.</param>
/// <param name="Prefixes">Signs of the country that people put before it, beside its code.</param>
internal sealed record PostcodeStyle(IReadOnlyList<string> Forms, IReadOnlyList<string>? Prefixes);
