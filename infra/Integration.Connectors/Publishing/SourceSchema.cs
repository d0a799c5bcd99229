using Integration.Mapping.Documents;

namespace Integration.Connectors.Publishing;

/// <summary>What a mapping document may read, under the name that the document gives it: <c>order</c> or <c>canonical.order</c>.</summary>
internal sealed class SourceSchema(string name, IDocumentSchema schema) : IDocumentSchema
{
    private const string Canonical = "canonical.";

    public string Name => name;

    /// <summary>The names under which documents may call it.</summary>
    public static IReadOnlyList<string> NamesOf(IDocumentSchema schema) => schema.Name.StartsWith(Canonical, StringComparison.Ordinal)
        ? [schema.Name[Canonical.Length..], schema.Name]
        : [schema.Name, Canonical + schema.Name];

    public bool Knows(string path, out SchemaType type) => schema.Knows(path, out type);
}
