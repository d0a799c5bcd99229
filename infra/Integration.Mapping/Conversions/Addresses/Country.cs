namespace Integration.Mapping.Conversions.Addresses;

/// <summary>A country of ISO 3166-1.</summary>
/// <param name="Code">Alpha-2.</param>
/// <param name="Alpha3">Alpha-3.</param>
/// <param name="Number">Three digits.</param>
/// <param name="Name">English, as commonly used.</param>
/// <param name="Also">Other names people write.</param>
internal sealed record Country(string Code, string Alpha3, string Number, string Name, IReadOnlyList<string>? Also);
