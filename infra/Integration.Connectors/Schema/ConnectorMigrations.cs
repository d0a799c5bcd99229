using Integration.Platform.Database;

namespace Integration.Connectors.Schema;

/// <summary>Looks, sweeps, effects, links and what observing pairs keep.</summary>
internal sealed class ConnectorMigrations : IMigrations
{
    public string Module => "connectors";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(ConnectorMigrations), "Schema");
}
