namespace Integration.Platform.Database;

/// <summary>Outbox, inbox, sagas, leases, delivery failures.</summary>
internal sealed class PlatformMigrations : IMigrations
{
    public string Module => "platform";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(PlatformMigrations), "Schema");
}
