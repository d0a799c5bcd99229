namespace Integration.Mapping.Conversions.Names;

/// <summary>How names are split.</summary>
/// <param name="Order">Which name comes first.</param>
/// <param name="FamilyNames">Words of the family name, particles not counted; null: as the country has it.</param>
/// <param name="SingleIsFirst">A single name is a given name, not a family name.</param>
/// <param name="Country">Alpha-2, or null.</param>
internal sealed record NameRule(NameOrder Order, int? FamilyNames, bool SingleIsFirst, string? Country);
