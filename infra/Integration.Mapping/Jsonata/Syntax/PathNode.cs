namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>Steps one after the other.</summary>
internal sealed class PathNode(int position, List<Node> steps) : Node(position)
{
    public List<Node> Steps { get; } = steps;

    /// <summary>A step asked for an array even of one item.</summary>
    public bool KeepSingletonArray { get; set; }
}
