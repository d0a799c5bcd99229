namespace Integration.Mapping.Conversions.Addresses;

/// <summary>The file of countries.</summary>
internal sealed record CountryList(string Source, IReadOnlyList<Country> Countries);
