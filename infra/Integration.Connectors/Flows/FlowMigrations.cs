using Integration.Platform.Database;

namespace Integration.Connectors.Flows;

/// <summary>What a service keeps of flow documents and of lanes that their rules paused.</summary>
internal sealed class FlowMigrations : IMigrations
{
    public string Module => "flows";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(FlowMigrations), "Flows.Tables");
}
