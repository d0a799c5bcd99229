namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A member name.</summary>
internal sealed class NameNode(int position, string name) : Node(position)
{
    public string Name => name;
}
