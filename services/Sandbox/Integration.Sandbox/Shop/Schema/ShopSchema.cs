using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Schema;

/// <summary>
/// The entities of the legacy REST API ("default" schema) that the stand-in knows, read from the embedded
/// <c>schema.json</c>. Property names, their order and their values on a new row are those seen on a running
/// X-Cart 5.4.1.5 with the add-on XC\RESTAPI 5.4.0.6.
/// </summary>
internal sealed class ShopSchema
{
    private readonly Dictionary<string, EntitySchema> _entities;

    private ShopSchema(Dictionary<string, EntitySchema> entities) => _entities = entities;

    public EntitySchema this[string path] => _entities[path];

    public IEnumerable<EntitySchema> All => _entities.Values;

    public EntitySchema? Find(string path) => _entities.GetValueOrDefault(path);

    public static ShopSchema Load()
    {
        using var stream = typeof(ShopSchema).Assembly.GetManifestResourceStream("Shop.schema.json")!;
        return new ShopSchema(JsonNode.Parse(stream)!.AsObject()
            .ToDictionary(pair => pair.Key, pair => Entity(pair.Key, pair.Value!), StringComparer.Ordinal));
    }

    private static EntitySchema Entity(string path, JsonNode node) => new(
        path,
        (string)node["key"]!,
        (string?)node["alias"] ?? "",
        (string?)node["index"],
        [.. node["paged"]?.AsArray().Select(column => (string)column!) ?? []],
        (string?)node["owner"],
        node["columns"]!.DeepClone().AsObject(),
        node["links"]!.AsObject().Select(link => LinkSchema.Parse(link.Key, (string)link.Value!)).ToList());
}
