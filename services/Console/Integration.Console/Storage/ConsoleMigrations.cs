using Integration.Platform.Database;

namespace Integration.Console.Storage;

/// <summary>The console's tables.</summary>
internal sealed class ConsoleMigrations : IMigrations
{
    public string Module => "console";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(ConsoleMigrations), "Migrations");
}
