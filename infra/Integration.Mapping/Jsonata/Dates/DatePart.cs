using Integration.Mapping.Jsonata.Numbers;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>A literal of a date picture, or (<see cref="Component"/>) a marker such as <c>[M01]</c>.</summary>
internal sealed record DatePart
{
    public string? Literal { get; init; }

    /// <summary>The component letter; 0 for a literal.</summary>
    public char Component { get; init; }

    /// <summary>Written as a name in this case, or null for a number.</summary>
    public LetterCase? Names { get; init; }

    public IntegerPicture? Integer { get; init; }

    /// <summary><c>t</c>: offset zero is written Z.</summary>
    public bool IsTraditional { get; init; }

    public int? MaxWidth { get; init; }

    /// <summary>Digits to which a year is cut.</summary>
    public int? YearDigits { get; init; }

    /// <summary>Digits it takes when read, because a number follows without anything between.</summary>
    public int? ReadWidth { get; set; }
}
