namespace Integration.Acumatica.Protocol;

/// <summary>Wire types of the contract REST API (official OpenAPI of Default 24.200.001), and the two ways records nest.</summary>
internal enum FieldType
{
    Text,
    Whole,
    Decimal,
    Boolean,
    DateTime,
    Guid,

    /// <summary>One nested record.</summary>
    Linked,

    /// <summary>An array of nested records; returned by the server only when expanded.</summary>
    Detail,
}
