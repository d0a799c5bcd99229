namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>One key of an order-by.</summary>
internal sealed class SortTerm(Node expression, bool descending)
{
    public Node Expression { get; set; } = expression;

    public bool Descending => descending;
}
