namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>The fields of one entity, in the order in which the endpoint describes them.</summary>
internal sealed class EntitySchema
{
    private readonly Dictionary<string, Field> _fields;

    public EntitySchema(string name, IReadOnlyList<Field> fields)
    {
        Name = name;
        Fields = fields;
        _fields = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The field, or null when the entity has none of that name.</summary>
    public Field? Find(string name) => _fields.GetValueOrDefault(name);
}
