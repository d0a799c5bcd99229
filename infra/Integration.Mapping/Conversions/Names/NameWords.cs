namespace Integration.Mapping.Conversions.Names;

/// <summary>The file of words by which names are split.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="Titles">Words before a name.</param>
/// <param name="Suffixes">Words behind a name.</param>
/// <param name="Particles">Words that belong to the family name behind them.</param>
/// <param name="Attached">Words that belong to the family name before them.</param>
/// <param name="SecondGivenNames">Second words of given names where people have two family names.</param>
/// <param name="TwoFamilyNames">Countries where people have two family names.</param>
/// <param name="FamilyFirst">Countries where the family name is written first in Latin letters as well.</param>
/// <param name="CompoundFamilyNames">Chinese and Korean family names of two characters.</param>
internal sealed record NameWords(
    string Source,
    IReadOnlyList<string> Titles,
    IReadOnlyList<string> Suffixes,
    IReadOnlyList<string> Particles,
    IReadOnlyList<string> Attached,
    IReadOnlyList<string> SecondGivenNames,
    IReadOnlyList<string> TwoFamilyNames,
    IReadOnlyList<string> FamilyFirst,
    IReadOnlyList<string> CompoundFamilyNames);
