namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>$name := a</c>.</summary>
internal sealed class BindNode(int position, string name, Node value) : Node(position)
{
    public string Name => name;

    public Node Value { get; set; } = value;
}
