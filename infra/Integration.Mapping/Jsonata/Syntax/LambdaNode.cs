namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>function($a) { … }</c>.</summary>
internal sealed class LambdaNode(int position, string[] parameters, string? signature, Node body) : Node(position)
{
    public string[] Parameters => parameters;

    public string? Signature => signature;

    public Node Body { get; set; } = body;
}
