namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A string literal.</summary>
internal sealed class StringNode(int position, string text) : Node(position)
{
    public string Text => text;
}
