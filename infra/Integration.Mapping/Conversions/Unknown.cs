namespace Integration.Mapping.Conversions;

/// <summary>What becomes of a value that a conversion does not know.</summary>
public enum Unknown
{
    /// <summary>It is a problem, and the record is not sent.</summary>
    Refuse,

    /// <summary>It is written as it came, without blanks at its ends.</summary>
    Keep,

    /// <summary>Nothing is written.</summary>
    Omit,
}
