namespace Integration.Mapping.Documents;

/// <summary>The fields of a document that mapping rules may name; what a rule names is checked before the document is published.</summary>
public interface IDocumentSchema
{
    /// <summary>True when the dotted path exists; collections are named without index (<c>Details.InventoryID</c>).</summary>
    /// <param name="path">The path from the document's root.</param>
    /// <param name="kind">What stands there.</param>
    bool Knows(string path, out SchemaKind kind);
}
