namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>a^(b)</c>, until it is shaped.</summary>
internal sealed class OrderByNode(int position, Node source, List<SortTerm> terms) : Node(position)
{
    public Node Source => source;

    public List<SortTerm> Terms => terms;
}
