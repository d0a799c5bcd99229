namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>The columns that an answer shall show: reading costs the server time, so only what is needed.</summary>
/// <param name="Select">Columns; lookups as <c>_name_value</c>.</param>
/// <param name="Expand"><c>$expand</c>, or null. A change's answer ignores it.</param>
internal sealed record Shown(IReadOnlyList<string> Select, string? Expand = null);
