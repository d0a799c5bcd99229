namespace Integration.Sandbox.Dynamics.Finance.Customers;

/// <summary>What the stand-in keeps of a customer beside its entity.</summary>
internal static class CustomerNames
{
    /// <summary>Whole name, of a person or of an organization.</summary>
    public const string Name = "_Name";
}
