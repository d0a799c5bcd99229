using Integration.Platform.Database;

namespace Integration.Connectors.TwoWay;

/// <summary>Records that both sides keep.</summary>
internal sealed class TwoWayMigrations : IMigrations
{
    public string Module => "two-way";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(TwoWayMigrations), "TwoWay.Tables");
}
