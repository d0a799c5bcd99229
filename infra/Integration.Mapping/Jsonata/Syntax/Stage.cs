namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A filter, or (<paramref name="Index"/>) a variable that takes the position.</summary>
internal sealed record Stage(Node? Filter, string? Index);
