namespace Integration.Mapping.Conversions.Addresses;

/// <summary>A part of a street line.</summary>
public enum StreetPart
{
    /// <summary>The street, or the whole line if its parts are not clear.</summary>
    Street,

    /// <summary>The house number with what belongs to it: <c>7a</c>, <c>123-II</c>, <c>12 bis</c>, <c>31/33</c>.</summary>
    Number,

    /// <summary>Flat, floor, staircase and the like: <c>Apt 4</c>, <c>2. tv</c>.</summary>
    Addition,
}
