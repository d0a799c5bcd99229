namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>$f(a)</c>.</summary>
internal sealed class CallNode(int position, Node procedure, List<Node> arguments, bool isPartial) : Node(position)
{
    public Node Procedure { get; set; } = procedure;

    public List<Node> Arguments { get; } = arguments;

    /// <summary>An argument is <c>?</c>, so that the call makes a function.</summary>
    public bool IsPartial => isPartial;
}
