using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>A navigation property to be read with the record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">Table that it leads to.</param>
/// <param name="Lookup">The lookup behind it; null for a collection.</param>
/// <param name="Link">The collection behind it; null for a lookup.</param>
/// <param name="View">What is read of the records there.</param>
internal sealed record Expansion(string Name, TableSchema Target, Column? Lookup, ChildLink? Link, View View);
