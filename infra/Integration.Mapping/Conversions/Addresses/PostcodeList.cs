namespace Integration.Mapping.Conversions.Addresses;

/// <summary>The file of postcodes.</summary>
internal sealed record PostcodeList(string Source, IReadOnlyDictionary<string, PostcodeStyle> Countries);
