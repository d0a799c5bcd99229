namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>*</c>.</summary>
internal sealed class WildcardNode(int position) : Node(position);
