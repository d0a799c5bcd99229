namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>A property of an entity.</summary>
internal sealed record Property(string Name, EdmKind Kind, EnumType? Enum)
{
    /// <summary>True: a calendar day, which travels as noon in UTC; false for an instant and for anything else.</summary>
    public bool IsDay { get; } = Kind == EdmKind.DateTimeOffset && !Name.EndsWith("DateTime", StringComparison.Ordinal) && Name != "CreatedOn";

    /// <summary>Type as the metadata names it.</summary>
    public string TypeName => Enum is null ? $"Edm.{Kind}" : $"{Metadata.Namespace}.{Enum.Name}";
}
