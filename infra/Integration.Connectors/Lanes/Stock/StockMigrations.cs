using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock;

/// <summary>Levels, reservations and the sequence that orders them.</summary>
internal sealed class StockMigrations : IMigrations
{
    public string Module => "stock";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(StockMigrations), "Lanes.Stock.Tables");
}
