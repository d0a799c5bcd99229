namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>The pairs of an object constructor that groups.</summary>
internal sealed record GroupClause(List<(Node Key, Node Value)> Pairs, int Position);
