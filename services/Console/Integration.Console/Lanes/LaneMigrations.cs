using Integration.Platform.Database;

namespace Integration.Console.Lanes;

internal sealed class LaneMigrations : IMigrations
{
    public string Module => "console-lanes";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(LaneMigrations), "Lanes.Tables");
}
