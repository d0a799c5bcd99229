namespace Integration.Mapping.Documents;

/// <summary>What is known of the source or target of a mapping: its members and their types.</summary>
public interface IDocumentSchema
{
    /// <summary>Its name, as a mapping document's <c>source</c> or <c>target</c> gives it.</summary>
    string Name { get; }

    /// <summary>Whether a member exists.</summary>
    /// <param name="path">Names joined by dots; a name after an array's is a member of its items (<c>Details.InventoryID</c>).</param>
    /// <param name="type">The member's type.</param>
    bool Knows(string path, out SchemaType type);
}
