using Integration.Platform.Database;

namespace Integration.OrderToCash.Screening;

/// <summary>What the screening remembers of the rules that it saw.</summary>
internal sealed class ScreeningMigrations : IMigrations
{
    public string Module => "screening";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(ScreeningMigrations), "Screening.Tables");
}
