using Integration.Platform.Database;

namespace Integration.Acumatica.Sessions;

/// <summary>The sealed token chains.</summary>
internal sealed class SessionMigrations : IMigrations
{
    public string Module => "acumatica";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(SessionMigrations), "Schema");
}
