namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class ConstantNode(int position, object value) : Node(position)
{
    public object Value => value;
}
