using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>The books of one tenant.</summary>
internal sealed class Tenant(SandboxStore store, EndpointSchema endpoint, TimeProvider time) : Books<Row, Guid, Save>(store, entity => endpoint.TopLevel(entity)!.Keys)
{
    private DateTimeOffset _last;

    public EndpointSchema Endpoint => endpoint;

    /// <summary>The committed records of an entity that pass the filter, in the order of their keys.</summary>
    public IEnumerable<Row> All(string entity, Func<Row, bool>? filter = null) => Of(entity).Sorted(filter);

    /// <summary>The committed records of an entity that a filter wants, in the order of their keys.</summary>
    public IEnumerable<Row> All(string entity, FilterTest filter) => filter switch
    {
        { Equal: var (field, value) } => Of(entity).Sorted(Of(entity).By(field, value).Where(filter.Holds)),
        { Since: var (field, from) } => Of(entity).Sorted(Of(entity).Since(field, from).Where(filter.Holds)),
        _ => Of(entity).Sorted(filter.Holds),
    };

    public Row? Find(string entity, Guid id) => Of(entity).Find(id);

    public Row? Find(string entity, params IReadOnlyList<string> keys) => Of(entity).Find(keys);

    protected override Save Begin(Dictionary<string, long> numbers) => new(this, Rows, Now(), numbers);

    protected override IReadOnlyList<Row> Read(SandboxUnit unit) => [.. unit.All<JsonObject>(Kind).Select(Read)];

    protected override void Write(SandboxUnit unit, string id, Row row)
    {
        var json = StoredRow.Write(row);
        json["entity"] = row.Schema.Name;
        unit.Put(Kind, id, json);
    }

    private Row Read(JsonObject json)
    {
        var row = StoredRow.Read(json, endpoint, json["entity"]!.GetValue<string>());
        row.Store();
        return row;
    }

    // Stamps grow strictly, to the millisecond as the database keeps them.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return _last = now > _last ? now : _last.AddMilliseconds(1);
    }
}
