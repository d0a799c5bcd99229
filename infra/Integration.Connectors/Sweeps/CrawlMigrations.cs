using Integration.Platform.Database;

namespace Integration.Connectors.Sweeps;

/// <summary>How far crawls are and what they saw.</summary>
internal sealed class CrawlMigrations : IMigrations
{
    public string Module => "crawls";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(CrawlMigrations), "Sweeps.Tables");
}
