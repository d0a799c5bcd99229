using Integration.Platform.Database;

namespace Integration.Tests.Compliance.Database;

public sealed class ThingMigrations(int versions = 2) : IMigrations
{
    public string Module => "thing";

    public IReadOnlyList<Migration> All { get; } = new Migration[]
    {
        new(1, "thing", "CREATE TABLE thing (id text NOT NULL PRIMARY KEY, amount text NOT NULL, at bigint NOT NULL, small integer NOT NULL, flag integer NOT NULL);"),
        new(2, "bytes", "ALTER TABLE thing ADD COLUMN bytes bytea; ALTER TABLE thing ADD COLUMN note text;"),
    }[..versions];
}
