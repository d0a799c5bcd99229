namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>Kinds of values that properties have.</summary>
internal enum EdmKind
{
    String,
    Decimal,
    Int32,
    Int64,
    DateTimeOffset,
    Guid,
    Enum,
}
