namespace Integration.Mapping.Conversions.Addresses;

/// <summary>A state, province, canton or prefecture of ISO 3166-2.</summary>
/// <param name="Country">Alpha-2.</param>
/// <param name="Code">The part of its code behind the hyphen.</param>
/// <param name="Name">The name written.</param>
internal sealed record State(string Country, string Code, string Name);
