using Integration.Platform.Database;

namespace Integration.Console.Reconciliation;

/// <summary>The tables of reconciliations.</summary>
internal sealed class ReconciliationMigrations : IMigrations
{
    public string Module => "console-reconciliation";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(ReconciliationMigrations), "Reconciliation.Tables");
}
