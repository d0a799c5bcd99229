namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>a ? b : c</c>.</summary>
internal sealed class ConditionNode(int position, Node condition, Node then, Node? otherwise) : Node(position)
{
    public Node Condition { get; set; } = condition;

    public Node Then { get; set; } = then;

    public Node? Otherwise { get; set; } = otherwise;
}
