using Integration.Platform.Database;

namespace Integration.Connectors.Skus;

/// <summary>Which products and variants have which SKU.</summary>
internal sealed class SkuMigrations : IMigrations
{
    public string Module => "skus";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(SkuMigrations), "Skus.Tables");
}
