namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>**</c>.</summary>
internal sealed class DescendantNode(int position) : Node(position);
