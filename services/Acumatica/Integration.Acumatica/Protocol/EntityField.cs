namespace Integration.Acumatica.Protocol;

/// <summary>One field of an entity.</summary>
/// <param name="Type">Its wire type.</param>
/// <param name="Fields">The nested entity's fields for linked records and details, else null.</param>
/// <param name="MaxLength">Most characters where a source gives it, else null.</param>
internal sealed record EntityField(FieldType Type, IReadOnlyDictionary<string, EntityField>? Fields, int? MaxLength);
