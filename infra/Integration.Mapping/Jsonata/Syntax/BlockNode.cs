namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>(a; b)</c>.</summary>
internal sealed class BlockNode(int position, List<Node> expressions) : Node(position)
{
    public List<Node> Expressions { get; } = expressions;
}
