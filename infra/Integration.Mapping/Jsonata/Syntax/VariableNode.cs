namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>$name</c>; an empty name is the context.</summary>
internal sealed class VariableNode(int position, string name) : Node(position)
{
    public string Name => name;
}
