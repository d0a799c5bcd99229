namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>An order-by as a step of a path.</summary>
internal sealed class SortNode(int position, List<SortTerm> terms) : Node(position)
{
    public List<SortTerm> Terms => terms;
}
