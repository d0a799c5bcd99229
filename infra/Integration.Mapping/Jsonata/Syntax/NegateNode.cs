namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>-a</c>.</summary>
internal sealed class NegateNode(int position, Node operand) : Node(position)
{
    public Node Operand { get; set; } = operand;
}
