namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>A member of an enumeration, which is not to be taken for a text.</summary>
/// <param name="Name">Its name.</param>
internal sealed record EnumMember(string Name);
