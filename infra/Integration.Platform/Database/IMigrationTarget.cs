namespace Integration.Platform.Database;

/// <summary>The part of a database that the schema runner needs.</summary>
internal interface IMigrationTarget
{
    /// <summary>Runs <paramref name="work"/> in one transaction that excludes every other migrating process.</summary>
    Task MigrateAsync(Func<IUnit, CancellationToken, Task> work, CancellationToken ct);
}
