using Integration.Dynamics.Finance.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>The fields of a mapped entry of the general journal: <c>lines</c>, by the names of their entity set.</summary>
internal sealed class JournalSchema : IDocumentSchema
{
    private JournalSchema()
    {
    }

    /// <summary>The only one.</summary>
    public static JournalSchema Schema { get; } = new();

    /// <summary>A line's fields.</summary>
    public static EntityModel Lines { get; } = EntityModel.Load("Payments.ledger-journal-lines.json");

    /// <inheritdoc />
    public string Name => "LedgerJournal";

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = SchemaType.Array;
        return path == "lines" || (path.StartsWith("lines.", StringComparison.Ordinal) && Lines.Knows(path["lines.".Length..], out type));
    }
}
