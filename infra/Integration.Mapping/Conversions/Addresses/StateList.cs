namespace Integration.Mapping.Conversions.Addresses;

/// <summary>The file of states: by country and code the names, of which the first is written.</summary>
internal sealed record StateList(string Source, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Countries);
