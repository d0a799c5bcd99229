namespace Integration.Mapping.Conversions.Addresses;

/// <summary>The file of states.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="Partial">Countries whose smaller states are not listed.</param>
/// <param name="Countries">By country and code the names, of which the first is written.</param>
internal sealed record StateList(string Source, IReadOnlyList<string> Partial, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Countries);
