using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>The tables that the stand-in has; read from the embedded extract.</summary>
internal sealed class OrganizationSchema
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, TableSchema> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableSchema> _bySet = new(StringComparer.Ordinal);

    private OrganizationSchema()
    {
    }

    public IEnumerable<TableSchema> Tables => _byName.Values;

    public TableSchema this[string table] => _byName[table];

    public TableSchema? Find(string table) => _byName.GetValueOrDefault(table);

    /// <summary>The table of an entity set; names are case-sensitive.</summary>
    public TableSchema? FindSet(string set) => _bySet.GetValueOrDefault(set);

    /// <summary>Reads the description.</summary>
    /// <param name="hasDualWrite">True: with the tables and columns that the solutions behind dual-write add.</param>
    public static OrganizationSchema Load(bool hasDualWrite = false)
    {
        var schema = new OrganizationSchema();
        schema.Read("dataverse-schema.json");
        if (hasDualWrite)
        {
            schema.Read("dataverse-dual-write.json");
        }

        return schema;
    }

    private void Read(string resource)
    {
        using var stream = typeof(OrganizationSchema).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("The description of the tables is not embedded in the assembly.");
        using var document = JsonDocument.Parse(stream);
        foreach (var table in document.RootElement.GetProperty("tables").EnumerateObject())
        {
            Add(Read(table));
        }

        if (document.RootElement.TryGetProperty("columns", out var added))
        {
            foreach (var table in added.EnumerateObject())
            {
                foreach (var column in Columns(table.Value))
                {
                    this[table.Name].Add(column);
                }
            }
        }
    }

    private static TableSchema Read(JsonProperty table)
    {
        var children = table.Value.GetProperty("children").EnumerateObject()
            .ToDictionary(child => child.Name, child => new ChildLink(child.Value[0].GetString()!, child.Value[1].GetString()!), StringComparer.Ordinal);
        return new TableSchema(
            table.Name, table.Value.GetProperty("set").GetString()!, table.Value.GetProperty("id").GetString()!, table.Value.GetProperty("name").GetString()!, children,
            Columns(table.Value.GetProperty("columns")));
    }

    private static IEnumerable<Column> Columns(JsonElement columns) => columns.EnumerateObject().Select(column => column.Value.Deserialize<Column>(Json)! with { Name = column.Name });

    private void Add(TableSchema table)
    {
        _byName.Add(table.Name, table);
        _bySet.Add(table.Set, table);
    }
}
