namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ArrayNode(int position, List<Node> items) : Node(position)
{
    public List<Node> Items { get; } = items;
}
