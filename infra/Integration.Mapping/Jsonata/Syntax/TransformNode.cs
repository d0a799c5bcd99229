namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>|pattern|update, delete|</c>.</summary>
internal sealed class TransformNode(int position, Node pattern, Node update, Node? delete) : Node(position)
{
    public Node Pattern { get; set; } = pattern;

    public Node Update { get; set; } = update;

    public Node? Delete { get; set; } = delete;
}
