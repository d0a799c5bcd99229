using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>What the storefront's side knows of returns.</summary>
internal sealed class ReturnMigrations : IMigrations
{
    public string Module => "returns";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(ReturnMigrations), "Lanes.Returns.Tables");
}
