using Integration.Platform.Database;

namespace Integration.Connectors.Hints;

/// <summary>How many changes were hinted and how many were not.</summary>
internal sealed class HintMigrations : IMigrations
{
    public string Module => "hints";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(HintMigrations), "Hints.Tables");
}
