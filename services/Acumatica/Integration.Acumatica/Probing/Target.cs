namespace Integration.Acumatica.Probing;

/// <summary>A code that must exist in the ERP.</summary>
/// <param name="Named">Where it is named, such as <c>lookup ship-vias</c>.</param>
/// <param name="Entity">The entity it is the key of.</param>
/// <param name="Key">The key field.</param>
/// <param name="Code">The code.</param>
internal sealed record Target(string Named, string Entity, string Key, string Code);
