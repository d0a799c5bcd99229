namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>An operator with two sides, those that make paths included until they are shaped.</summary>
internal sealed class BinaryNode(int position, string op, Node left, Node right) : Node(position)
{
    public string Operator => op;

    public Node Left { get; set; } = left;

    public Node Right { get; set; } = right;
}
