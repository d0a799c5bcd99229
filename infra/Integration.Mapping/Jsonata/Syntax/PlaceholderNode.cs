namespace Integration.Mapping.Jsonata.Syntax;

/// <summary><c>?</c> as an argument.</summary>
internal sealed class PlaceholderNode(int position) : Node(position);
