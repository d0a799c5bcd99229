using Integration.Platform.Database;

namespace Integration.Tests.Compliance.Database;

public sealed class BrokenMigrations : IMigrations
{
    public string Module => "broken";

    public IReadOnlyList<Migration> All { get; } =
    [
        new(1, "half", "CREATE TABLE half (id text NOT NULL)"),
        new(2, "error", "CREATE NONSENSE"),
    ];
}
