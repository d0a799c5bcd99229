using Integration.Platform.Database;

namespace Integration.Connectors.Skus;

/// <summary>Hears, in the transaction that stores them, of SKUs that no item of the storefront had before, or another one had.</summary>
internal delegate Task SkusAppeared(IUnit unit, IReadOnlyList<string> skus, CancellationToken ct);
