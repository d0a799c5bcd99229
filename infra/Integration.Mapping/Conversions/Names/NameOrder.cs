namespace Integration.Mapping.Conversions.Names;

/// <summary>Which name a person's name begins with.</summary>
public enum NameOrder
{
    /// <summary>As its script and country have it.</summary>
    Auto,

    /// <summary>The given name.</summary>
    GivenFirst,

    /// <summary>The family name.</summary>
    FamilyFirst,
}
