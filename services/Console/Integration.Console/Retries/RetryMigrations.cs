using Integration.Platform.Database;

namespace Integration.Console.Retries;

/// <summary>The tables of bulk retries and of what entries come from.</summary>
internal sealed class RetryMigrations : IMigrations
{
    public string Module => "console-retries";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(RetryMigrations), "Retries.Tables");
}
