namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>Types of columns, as far as bodies tell them apart.</summary>
internal enum ColumnType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>An exact number.</summary>
    Decimal,

    /// <summary>An amount in the record's currency.</summary>
    Money,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A moment or a date.</summary>
    DateTime,

    /// <summary>An id, and the value of a lookup as it is read.</summary>
    Guid,

    /// <summary>One of numbered options.</summary>
    Choice,
}
