namespace Integration.Dynamics.Finance.Protocol;

/// <summary>One field of an entity.</summary>
/// <param name="Type">Its wire type.</param>
/// <param name="Members">Members of its enum, where they are known.</param>
/// <param name="MaxLength">Most characters where that is known, else null.</param>
internal sealed record EntityField(FieldType Type, IReadOnlyList<string>? Members, int? MaxLength);
