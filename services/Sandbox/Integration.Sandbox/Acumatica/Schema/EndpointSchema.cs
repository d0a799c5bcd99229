using System.Text.Json;

namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>What the endpoint Default 24.200.001 holds, as far as the stand-in serves it; read from the embedded extract.</summary>
internal sealed class EndpointSchema
{
    private readonly Dictionary<string, EntitySchema> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopLevelEntity> _topLevel = new(StringComparer.Ordinal);

    private EndpointSchema(string name, string version)
    {
        Name = name;
        Version = version;
    }

    public string Name { get; }

    public string Version { get; }

    public IEnumerable<EntitySchema> Entities => _entities.Values;

    public EntitySchema this[string entity] => _entities[entity];

    public TopLevelEntity? TopLevel(string entity) => _topLevel.GetValueOrDefault(entity);

    public static EndpointSchema Load()
    {
        using var stream = typeof(EndpointSchema).Assembly.GetManifestResourceStream("acumatica-endpoint.json")
            ?? throw new InvalidOperationException("The endpoint description is not embedded in the assembly.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var schema = new EndpointSchema(root.GetProperty("endpoint").GetString()!, root.GetProperty("version").GetString()!);
        foreach (var entity in root.GetProperty("entities").EnumerateObject())
        {
            schema._entities.Add(entity.Name, new EntitySchema(entity.Name, [.. entity.Value.EnumerateObject().Select(ReadField)]));
        }

        foreach (var top in root.GetProperty("topLevel").EnumerateObject())
        {
            schema._topLevel.Add(top.Name, new TopLevelEntity(
                top.Name,
                [.. top.Value.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!)],
                top.Value.GetProperty("actions").EnumerateObject().ToDictionary(
                    action => action.Name,
                    action => new EntitySchema(action.Name, [.. action.Value.EnumerateObject().Select(ReadField)]))));
        }

        InternalTables.AddTo(schema);
        return schema;
    }

    /// <summary>Adds a table that the endpoint does not describe.</summary>
    public void AddInternal(string name, IReadOnlyList<string> keys, IReadOnlyList<Field> fields)
    {
        _entities.TryAdd(name, new EntitySchema(name, fields));
        _topLevel.Add(name, new TopLevelEntity(name, keys, new Dictionary<string, EntitySchema>(), IsInternal: true));
    }

    private static Field ReadField(JsonProperty field)
    {
        var type = field.Value.GetString()!;
        var entity = type.Trim('[', ']');
        return Enum.TryParse<FieldType>(entity, out var scalar)
            ? new Field(field.Name, scalar, null, false)
            : new Field(field.Name, null, entity, type.StartsWith('['));
    }
}
