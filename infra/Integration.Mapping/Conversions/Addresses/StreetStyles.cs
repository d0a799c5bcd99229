namespace Integration.Mapping.Conversions.Addresses;

/// <summary>The file of street styles.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="NumberFirst">Countries where the house number stands before the street.</param>
/// <param name="NumberLast">Countries where it stands behind.</param>
/// <param name="Ordinals">Words that belong to the number before them.</param>
/// <param name="UnitsBehindStreet">Words that begin an addition where the number is first.</param>
/// <param name="UnitsBehindNumber">Words that begin an addition where the number is last.</param>
/// <param name="Boxes">Beginnings of lines that are post office boxes.</param>
internal sealed record StreetStyles(
    string Source,
    IReadOnlyList<string> NumberFirst,
    IReadOnlyList<string> NumberLast,
    IReadOnlyList<string> Ordinals,
    IReadOnlyList<string> UnitsBehindStreet,
    IReadOnlyList<string> UnitsBehindNumber,
    IReadOnlyList<string> Boxes);
