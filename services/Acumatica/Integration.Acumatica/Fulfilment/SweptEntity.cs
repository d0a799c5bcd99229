using Integration.Acumatica.Protocol;

namespace Integration.Acumatica.Fulfilment;

/// <summary>How one entity is swept.</summary>
/// <param name="Entity">The top-level entity.</param>
/// <param name="Key">The key field that pages run along.</param>
/// <param name="Stamp">Its change stamp; the name differs per entity.</param>
/// <param name="Select">The fields to read: stored ones only, since computed ones break list reads.</param>
/// <param name="Only">A further filter, or null.</param>
/// <param name="Id">The id to hand out.</param>
internal sealed record SweptEntity(string Entity, string Key, string Stamp, string Select, string? Only, Func<EntityRecord, string> Id);
