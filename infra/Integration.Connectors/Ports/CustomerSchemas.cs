using Integration.Contracts.Customers;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Ports;

/// <summary>What the mapping documents of customers read and fill beside the ERP's own fields.</summary>
public static class CustomerSchemas
{
    /// <summary>In a source: the list of the fields that the pair compares.</summary>
    public const string Compared = "compared";

    /// <summary>
    /// The fields of <see cref="CustomerFields"/> that the pair compares, as text; and as a source also <c>id</c> (the account's, empty for a guest) and
    /// <c>storefront</c> (the pair's code of the shop).
    /// </summary>
    public static IDocumentSchema Fields { get; } =
        new PathSchema("customer", new[] { "id", "storefront" }.Concat(CustomerFields.All).ToDictionary(field => field, _ => SchemaType.Text));

    /// <summary>The ERP's record as a source, with <see cref="Compared"/> beside its fields.</summary>
    public static IDocumentSchema Record(IDocumentSchema record) => new WithCompared(record);

    private sealed class WithCompared(IDocumentSchema record) : IDocumentSchema
    {
        public string Name => record.Name;

        public bool Knows(string path, out SchemaType type)
        {
            type = SchemaType.Array;
            return path == Compared || record.Knows(path, out type);
        }
    }
}
