namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A number literal.</summary>
internal sealed class NumberNode(int position, decimal value) : Node(position)
{
    public decimal Value => value;
}
