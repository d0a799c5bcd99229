namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>a{key: value}</c>, until it is shaped.</summary>
internal sealed class GroupByNode(int position, Node source, List<(Node Key, Node Value)> pairs) : Node(position)
{
    public Node Source => source;

    public List<(Node Key, Node Value)> Pairs => pairs;
}
