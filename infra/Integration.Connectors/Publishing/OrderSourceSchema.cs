using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Publishing;

/// <summary>
/// What an order's mapping document may read: the canonical order, and what the lane adds: the ERP's customer id, <c>captures</c>, the payments to be
/// embedded, and <c>scores</c> of a scoring service.
/// </summary>
/// <param name="name">The name that the document gives its source.</param>
public sealed class OrderSourceSchema(string name) : IDocumentSchema
{
    /// <summary>The payments that are to be embedded in the order.</summary>
    internal const string Captures = "captures";

    /// <summary>What a scoring service made of the order; not there without one.</summary>
    internal const string Scores = "scores";

    private static readonly TypeSchema Scored = TypeSchema.Of<OrderScores>("canonical.scores", ContractsJson.Options);

    private static readonly TypeSchema Embedded = TypeSchema.Of<PaymentEntry>("canonical.payment", ContractsJson.Options);

    private static readonly TypeSchema Canonical = TypeSchema.Of<Order>("canonical.order", ContractsJson.Options);

    /// <summary>The names under which documents may call it.</summary>
    public static IReadOnlyList<string> Names { get; } = ["order", "canonical.order"];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool Knows(string path, out SchemaType type)
    {
        if (path.StartsWith($"{Captures}.", StringComparison.Ordinal)) return Embedded.Knows(path[(Captures.Length + 1)..], out type);
        if (path.StartsWith($"{Scores}.", StringComparison.Ordinal)) return Scored.Knows(path[(Scores.Length + 1)..], out type);
        type = SchemaType.Array;
        if (path == Captures) return true;
        if (path != "customer.erpId") return Canonical.Knows(path, out type);
        type = SchemaType.Text;
        return true;
    }
}
