namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>{"a": b}</c>.</summary>
internal sealed class ObjectNode(int position, List<(Node Key, Node Value)> pairs) : Node(position)
{
    public List<(Node Key, Node Value)> Pairs { get; } = pairs;
}
