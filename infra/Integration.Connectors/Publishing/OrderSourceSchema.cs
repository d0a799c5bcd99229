using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Publishing;

/// <summary>What an order's mapping document may read: the canonical order, and the ERP's customer id that the lane adds.</summary>
/// <param name="name">The name that the document gives its source.</param>
public sealed class OrderSourceSchema(string name) : IDocumentSchema
{
    private static readonly TypeSchema Canonical = TypeSchema.Of<Order>("canonical.order", ContractsJson.Options);

    /// <summary>The names under which documents may call it.</summary>
    public static IReadOnlyList<string> Names { get; } = ["order", "canonical.order"];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool Knows(string path, out SchemaType type)
    {
        if (path != "customer.erpId") return Canonical.Knows(path, out type);
        type = SchemaType.Text;
        return true;
    }
}
