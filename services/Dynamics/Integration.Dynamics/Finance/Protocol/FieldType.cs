namespace Integration.Dynamics.Finance.Protocol;

/// <summary>Wire types of the entities' fields.</summary>
internal enum FieldType
{
    Text,
    Whole,
    Decimal,
    DateTime,
    Guid,
    Enum,
}
