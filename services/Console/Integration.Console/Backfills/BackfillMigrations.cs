using Integration.Platform.Database;

namespace Integration.Console.Backfills;

internal sealed class BackfillMigrations : IMigrations
{
    public string Module => "console-backfills";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(BackfillMigrations), "Backfills.Tables");
}
