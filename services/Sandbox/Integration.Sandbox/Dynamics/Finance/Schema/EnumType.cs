namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>An enumeration: its members with their values, in the order of the metadata.</summary>
internal sealed record EnumType(string Name, IReadOnlyList<(string Name, int Value)> Members)
{
    /// <summary>What a property has that was never set.</summary>
    public string Default => Members.FirstOrDefault(member => member.Value == 0).Name ?? Members[0].Name;

    public bool Has(string name) => Members.Any(member => member.Name == name);
}
