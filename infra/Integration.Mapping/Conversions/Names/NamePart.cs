namespace Integration.Mapping.Conversions.Names;

/// <summary>A part of a person's name.</summary>
public enum NamePart
{
    /// <summary>Titles and forms of address before the name: <c>Dr.</c>.</summary>
    Title,

    /// <summary>All given names.</summary>
    First,

    /// <summary>The family name with its particles.</summary>
    Last,

    /// <summary>What stands behind the name: <c>Jr.</c>.</summary>
    Suffix,
}
