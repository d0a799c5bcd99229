using System.Xml.Linq;

namespace Integration.Sandbox.Dynamics.Finance.Schema;

/// <summary>The entity sets that the stand-in serves, read from the embedded subset of the metadata.</summary>
internal sealed class Metadata
{
    public const string Namespace = "Microsoft.Dynamics.DataEntities";

    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    private readonly Dictionary<string, EntitySet> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _keys = new(StringComparer.Ordinal);

    private Metadata(byte[] document)
    {
        Document = document;
    }

    /// <summary>The metadata document as it is served.</summary>
    public byte[] Document { get; }

    public IEnumerable<EntitySet> Sets => _sets.Values;

    public EntitySet this[string set] => _sets[set];

    public EntitySet? Find(string set) => _sets.GetValueOrDefault(set);

    /// <summary>Properties that name a row of the table.</summary>
    public IReadOnlyList<string> KeysOf(string table) => _keys[table];

    /// <param name="orderFields">Number fields that an extension adds to sales order headers.</param>
    public static Metadata Load(IReadOnlyList<string> orderFields)
    {
        using var stream = typeof(Metadata).Assembly.GetManifestResourceStream("finance-metadata.csdl.xml")
            ?? throw new InvalidOperationException("The metadata is not embedded in the assembly.");
        var document = XDocument.Load(stream);
        var schema = document.Descendants(Edm + "Schema").Single();
        foreach (var header in schema.Elements(Edm + "EntityType").Where(type => Name(type).StartsWith("SalesOrderHeadersV", StringComparison.Ordinal)))
        {
            header.Elements(Edm + "Property").Last().AddAfterSelf(orderFields.Select(field => new XElement(Edm + "Property", new XAttribute("Name", field), new XAttribute("Type", "Edm.Decimal"))));
        }

        using var bytes = new MemoryStream();
        document.Save(bytes);
        var metadata = new Metadata(bytes.ToArray());
        var enums = schema.Elements(Edm + "EnumType").Select(type => new EnumType(
            Name(type), [.. type.Elements(Edm + "Member").Select(member => (Name(member), (int)member.Attribute("Value")!))])).ToDictionary(type => $"{Namespace}.{type.Name}");
        var types = schema.Elements(Edm + "EntityType").ToDictionary(Name);
        foreach (var set in schema.Element(Edm + "EntityContainer")!.Elements(Edm + "EntitySet"))
        {
            var type = types[((string)set.Attribute("EntityType")!)[(Namespace.Length + 1)..]];
            var targets = set.Elements(Edm + "NavigationPropertyBinding").ToDictionary(binding => (string)binding.Attribute("Path")!, binding => (string)binding.Attribute("Target")!);
            var entity = new EntitySet(
                Name(set),
                Name(type),
                [.. type.Element(Edm + "Key")!.Elements().Select(Name)],
                [.. type.Elements(Edm + "Property").Select(property => Read(property, enums))],
                [.. type.Elements(Edm + "NavigationProperty").Select(way => new Navigation(
                    Name(way), targets[Name(way)], ((string)way.Attribute("Type")!).StartsWith("Collection(", StringComparison.Ordinal)))]);
            metadata._sets.Add(entity.Name, entity);
            metadata._keys.TryAdd(entity.Table, entity.Keys);
        }

        return metadata;
    }

    private static Property Read(XElement property, Dictionary<string, EnumType> enums)
    {
        var type = (string)property.Attribute("Type")!;
        return enums.TryGetValue(type, out var members)
            ? new Property(Name(property), EdmKind.Enum, members)
            : new Property(Name(property), Enum.Parse<EdmKind>(type["Edm.".Length..]), null);
    }

    private static string Name(XElement element) => (string)element.Attribute("Name")!;
}
