using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>The books of one environment.</summary>
internal sealed class Books(SandboxStore store, Metadata metadata, TimeProvider time) : Books<Row, long, Save>(store, metadata.KeysOf)
{
    public Metadata Metadata { get; } = metadata;

    public Table<Row, long> Of(string table, string company) => Of(new Place(table, company));

    /// <summary>The committed rows of a table in all legal entities, in the order of their keys.</summary>
    public IEnumerable<Row> All(string table) => Rows.Everywhere(table);

    protected override Save Begin(Dictionary<string, long> numbers) => new(Rows, time.GetUtcNow(), numbers);

    protected override IReadOnlyList<Row> Read(SandboxUnit unit) => [.. unit.All<StoredRow>(Kind).Select(row => row.Read())];

    protected override void Write(SandboxUnit unit, string id, Row row) => unit.Put(Kind, id, StoredRow.Of(row));
}
