namespace Integration.Mapping.Documents;

/// <summary>Where a rule takes its value from.</summary>
public enum RuleSource
{
    /// <summary>A path of the source (<c>from</c>).</summary>
    Path,

    /// <summary>An expression (<c>expr</c>).</summary>
    Expression,

    /// <summary>A constant (<c>value</c>).</summary>
    Constant,

    /// <summary>The items of an array (<c>each</c>), mapped by the rules inside.</summary>
    Items,
}
