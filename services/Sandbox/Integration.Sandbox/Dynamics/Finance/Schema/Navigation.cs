namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>A way from an entity to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">The entity set that it leads to.</param>
/// <param name="IsMany">True: it leads to several.</param>
internal sealed record Navigation(string Name, string Target, bool IsMany);
