namespace Integration.Platform.Database;

/// <summary>Brings every registered module's tables up to date, under a lock that excludes other processes.</summary>
internal sealed partial class SchemaRunner(
    IDatabase database, IEnumerable<IMigrations> modules, TimeProvider clock, ILogger<SchemaRunner> log)
{
    public Task RunAsync(CancellationToken ct) => ((IMigrationTarget)database).MigrateAsync(ApplyAsync, ct);

    private async Task ApplyAsync(IUnit unit, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_version (
              module text NOT NULL, version integer NOT NULL, applied_at bigint NOT NULL, PRIMARY KEY (module, version))
            """,
            null,
            ct);
        foreach (var module in modules.OrderBy(m => m.Module == "platform" ? 0 : 1))
        {
            await ApplyAsync(unit, module, ct);
        }
    }

    private async Task ApplyAsync(IUnit unit, IMigrations module, CancellationToken ct)
    {
        var reached = await unit.FirstOrDefaultAsync<int>(
            "SELECT coalesce(max(version), 0) FROM schema_version WHERE module = @module", new { module = module.Module }, ct);
        if (reached > module.All.Count)
        {
            throw new InvalidOperationException(
                $"The database holds version {reached} of '{module.Module}' but this program knows {module.All.Count}: "
                + "it is older than the data. Start the newer program, or restore the backup made before the upgrade.");
        }

        foreach (var migration in module.All.Skip(reached))
        {
            LogApplying(module.Module, migration.Version, migration.Name);
            await unit.ExecuteAsync(migration.Sql, null, ct);
            await unit.ExecuteAsync(
                "INSERT INTO schema_version (module, version, applied_at) VALUES (@module, @version, @now)",
                new { module = module.Module, version = migration.Version, now = clock.UnixMs() },
                ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema {Module} {Version}: {Name}")]
    private partial void LogApplying(string module, int version, string name);
}
