namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>One field of an entity: a scalar, a linked record, or a collection of detail records.</summary>
/// <param name="Name">Name as on the wire, case-sensitive.</param>
/// <param name="Scalar">Type of a scalar, null for the others.</param>
/// <param name="Entity">Entity of a linked or detail record, null for a scalar.</param>
/// <param name="IsDetail">True for a collection.</param>
internal sealed record Field(string Name, FieldType? Scalar, string? Entity, bool IsDetail);
