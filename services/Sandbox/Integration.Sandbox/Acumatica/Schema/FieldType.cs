namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>Wire types of scalar fields; each travels as <c>{"value": …}</c>.</summary>
internal enum FieldType
{
    String,
    Int,
    Short,
    Long,
    Decimal,
    Boolean,
    DateTime,
    Guid,
}
