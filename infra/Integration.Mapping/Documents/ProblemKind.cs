namespace Integration.Mapping.Documents;

/// <summary>Why a rule could not be carried out.</summary>
public enum ProblemKind
{
    /// <summary>A lookup table has no value for a code. Filling the table cures it.</summary>
    UnmappedCode,

    /// <summary>A required value is missing in the source.</summary>
    MissingRequired,

    /// <summary>The value is not of the form that the conversion, or the target, needs.</summary>
    ConversionFailed,

    /// <summary>An expression failed.</summary>
    ExpressionFailed,

    /// <summary>An expression went beyond its limits.</summary>
    LimitExceeded,
}
