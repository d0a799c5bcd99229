namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>Types of columns.</summary>
internal enum ColumnType
{
    String,
    Integer,
    BigInt,
    Decimal,
    Money,
    Boolean,
    DateTime,
    Guid,
    Choice,
    State,
    Status,
    Lookup,
}
