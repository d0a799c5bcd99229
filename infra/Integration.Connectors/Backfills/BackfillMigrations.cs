using Integration.Platform.Database;

namespace Integration.Connectors.Backfills;

/// <summary>Runs of backfills.</summary>
internal sealed class BackfillMigrations : IMigrations
{
    public string Module => "backfills";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(BackfillMigrations), "Backfills.Tables");
}
